import { type Cart, cart } from '@onhand/contract/cart'
import type { Db } from '../database/database.ts'
import type { CartRow } from './tables.ts'

export async function selectCart(db: Db, customerId: string): Promise<Cart> {
  const row = await db
    .selectFrom('carts')
    .select(['items', 'version'])
    .where('customer_id', '=', customerId)
    .executeTakeFirst()
  return row ? toCart(row) : { items: [], version: 0 }
}

/** Keeps the row until the transaction ends; makes it first, so that there is one to keep. */
export async function selectLockedCart(db: Db, customerId: string): Promise<Cart> {
  await db
    .insertInto('carts')
    .values({ customer_id: customerId, items: '[]', version: 0, updated_at: new Date().toISOString() })
    .onConflict((conflict) => conflict.column('customer_id').doNothing())
    .execute()
  const row = await db
    .selectFrom('carts')
    .select(['items', 'version'])
    .where('customer_id', '=', customerId)
    .forUpdate()
    .executeTakeFirstOrThrow()
  return toCart(row)
}

export async function upsertCart(db: Db, customerId: string, items: Cart['items']): Promise<Cart> {
  const content = { items: JSON.stringify(items), updated_at: new Date().toISOString() }
  const row = await db
    .insertInto('carts')
    .values({ customer_id: customerId, version: 1, ...content })
    .onConflict((conflict) =>
      conflict
        .column('customer_id')
        .doUpdateSet(({ eb, ref }) => ({ ...content, version: eb(ref('carts.version'), '+', 1) })),
    )
    .returning(['items', 'version'])
    .executeTakeFirstOrThrow()
  return toCart(row)
}

export async function deleteCart(db: Db, customerId: string): Promise<void> {
  await db.deleteFrom('carts').where('customer_id', '=', customerId).execute()
}

function toCart({ items, version }: Pick<CartRow, 'items' | 'version'>): Cart {
  return cart.parse({ items: JSON.parse(items), version })
}
