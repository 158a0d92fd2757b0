import type { StockLevel } from '@onhand/contract/stock-events'
import { type Insertable, sql } from 'kysely'
import type { Db } from '../database/database.ts'
import { inChunks } from '../database/in-chunks.ts'
import type { Tables } from '../database/tables.ts'

/** The stock of the products named, or of all. */
export function selectStock(db: Db, productIds: readonly string[] | undefined): Promise<StockLevel[]> {
  const query = db.selectFrom('products').select(['id as productId', 'stock', 'version'])
  return (productIds === undefined ? query : query.where('id', 'in', productIds)).execute()
}

/**
 * Adds to a product's stock in one guarded statement.
 *
 * @param lowest the least the stock may pass through on the way, as a difference to what it is now (0 or less)
 * @returns the level after it; undefined when there is no such product or it holds too little
 */
export function addToStock(
  db: Db,
  productId: string,
  change: { delta: number; lowest: number; versions: number },
): Promise<{ stock: number; version: number } | undefined> {
  return db
    .updateTable('products')
    .set({ stock: sql`stock + ${change.delta}`, version: sql`version + ${change.versions}` })
    .where('id', '=', productId)
    .where(sql<number>`stock + ${change.lowest}`, '>=', 0)
    .returning(['stock', 'version'])
    .executeTakeFirst()
}

export async function insertMovements(
  db: Db,
  movements: ReadonlyArray<Insertable<Tables['stock_movements']>>,
): Promise<void> {
  for (const chunk of inChunks(movements)) await db.insertInto('stock_movements').values(chunk).execute()
}

/** The last movement of each product up to a moment, or nothing in stock at version 0. */
export async function selectStockAsOf(
  db: Db,
  moment: string,
): Promise<Array<{ productId: string; stock: number; version: number }>> {
  return db
    .selectFrom('products')
    .leftJoin(
      (select) =>
        select
          .selectFrom('stock_movements')
          .select(['product_id', (max) => max.fn.max('version').as('version')])
          .where('created_at', '<=', moment)
          .groupBy('product_id')
          .as('last'),
      (join) => join.onRef('last.product_id', '=', 'products.id'),
    )
    .leftJoin('stock_movements', (join) =>
      join
        .onRef('stock_movements.product_id', '=', 'last.product_id')
        .onRef('stock_movements.version', '=', 'last.version'),
    )
    .select((columns) => [
      'products.id as productId',
      columns.fn.coalesce('stock_movements.stock_after', sql.lit(0)).as('stock'),
      columns.fn.coalesce('stock_movements.version', sql.lit(0)).as('version'),
    ])
    .orderBy('products.position')
    .execute()
}
