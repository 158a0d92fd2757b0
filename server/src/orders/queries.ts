import type { Db } from '../database/database.ts'
import { inChunks } from '../database/in-chunks.ts'
import type { OrderLineRow, OrderRow } from './tables.ts'

export async function insertOrders(
  db: Db,
  orders: readonly OrderRow[],
  lines: readonly OrderLineRow[],
): Promise<void> {
  for (const chunk of inChunks(orders)) await db.insertInto('orders').values(chunk).execute()
  for (const chunk of inChunks(lines)) await db.insertInto('order_lines').values(chunk).execute()
}

export function selectOrder(db: Db, id: string): Promise<OrderRow | undefined> {
  return db.selectFrom('orders').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function selectOrderLines(db: Db, orderIds: readonly string[]): Promise<OrderLineRow[]> {
  if (orderIds.length === 0) return []
  return db
    .selectFrom('order_lines')
    .selectAll()
    .where('order_id', 'in', orderIds)
    .orderBy('order_id')
    .orderBy('position')
    .execute()
}

/** Newest first, before the order `before`. Ids rise with time. */
export function selectOrdersOf(
  db: Db,
  customerId: string,
  before: string | undefined,
  limit: number,
): Promise<OrderRow[]> {
  const query = db.selectFrom('orders').selectAll().where('customer_id', '=', customerId)
  return (before === undefined ? query : query.where('id', '<', before))
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
}

/** Gives an order to an account unless it belongs to another. Returns whether it is that account's now. */
export async function updateCustomer(db: Db, id: string, customerId: string): Promise<boolean> {
  const result = await db
    .updateTable('orders')
    .set({ customer_id: customerId })
    .where('id', '=', id)
    .where(({ eb, or }) => or([eb('customer_id', 'is', null), eb('customer_id', '=', customerId)]))
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

export async function eraseCustomer(db: Db, customerId: string): Promise<void> {
  await db
    .updateTable('orders')
    .set({ customer_id: null, customer_name: null, email: null })
    .where('customer_id', '=', customerId)
    .execute()
}
