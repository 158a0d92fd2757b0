import type { StockLevel } from '@onhand/contract/stock-events'
import { sql } from 'kysely'
import type { Db } from '../database/database.ts'
import type { Transaction } from '../database/transaction.ts'
import type { LedgerRow } from './tables.ts'

/** The stock of the products named, or of all, withdrawn ones included. */
export function selectStock(db: Db, productIds: readonly string[] | undefined): Promise<StockLevel[]> {
  return stockOf(db, productIds).execute()
}

/** The same, of products that are for sale. */
export function selectStockForSale(db: Db, productIds: readonly string[] | undefined): Promise<StockLevel[]> {
  return stockOf(db, productIds).where('withdrawn_at', 'is', null).execute()
}

/** The products that are not for sale. */
export async function selectWithdrawn(db: Db): Promise<string[]> {
  const rows = await db.selectFrom('products').select('id').where('withdrawn_at', 'is not', null).execute()
  return rows.map(({ id }) => id)
}

/** What of a product others are told of. */
interface ProductState {
  readonly level: StockLevel
  readonly catalogRevision: number
  readonly forSale: boolean
}

/** The state of every product. */
export async function selectStates(db: Db): Promise<ProductState[]> {
  const rows = await stockOf(db, undefined).select(['revision', 'withdrawn_at']).execute()
  return rows.map(({ revision, withdrawn_at, ...level }) => ({
    level,
    catalogRevision: revision,
    forSale: withdrawn_at === null,
  }))
}

export async function selectCatalogRevision(db: Db): Promise<number> {
  return (await db.selectFrom('catalog_revision').select('revision').executeTakeFirstOrThrow()).revision
}

/** Others who do the same wait until the transaction ends. */
export async function raiseCatalogRevision(db: Db): Promise<number> {
  const { revision } = await db
    .updateTable('catalog_revision')
    .set((row) => ({ revision: row('revision', '+', 1) }))
    .returning('revision')
    .executeTakeFirstOrThrow()
  return revision
}

function stockOf(db: Db, productIds: readonly string[] | undefined) {
  const query = db.selectFrom('products').select(['id as productId', 'stock', 'version'])
  return productIds === undefined ? query : query.where('id', 'in', productIds)
}

/** What one transaction does to the stock of one product. */
export interface StockSum {
  readonly productId: string
  readonly delta: number
  /** The least the stock passes through on the way, as a difference to what it is before (0 or less). */
  readonly lowest: number
  /** How many movements, and so versions, it is. */
  readonly versions: number
}

/**
 * Adds to the stock of several products in one guarded statement.
 *
 * @returns the levels after it; a product that is unknown, or holds too little, is not among them
 */
export async function addToStock(db: Db, sums: readonly StockSum[]): Promise<StockLevel[]> {
  const rows = sums.map(
    ({ productId, delta, lowest, versions }) =>
      sql`(${productId}, cast(${delta} as integer), cast(${lowest} as integer), cast(${versions} as integer))`,
  )
  // Both engines name the columns of VALUES column1, column2, … when nobody else does.
  const { rows: levels } = await sql<StockLevel>`
    update products set stock = stock + sums.column2, version = version + sums.column4
    from (values ${sql.join(rows)}) as sums
    where id = sums.column1 and stock + sums.column3 >= 0
    returning id as "productId", stock, version`.execute(db)
  return levels
}

export function insertMovements(tx: Transaction, movements: readonly LedgerRow[]): Promise<void> {
  return tx.insert('stock_movements', movements)
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

export interface NamedLevel extends StockLevel {
  readonly name: string
}

/** Locks the products in the order of their ids, so that two transactions never wait for each other's. */
export function selectLocked(db: Db, productIds: readonly string[]): Promise<NamedLevel[]> {
  return db
    .selectFrom('products')
    .select(['id as productId', 'name', 'stock', 'version'])
    .where('id', 'in', productIds)
    .orderBy('id')
    .forUpdate()
    .execute()
}

export type MovementRow = LedgerRow & { readonly name: string }

function movementsWithNames(db: Db) {
  return db
    .selectFrom('stock_movements')
    .innerJoin('products', 'products.id', 'stock_movements.product_id')
    .selectAll('stock_movements')
    .select('products.name')
}

export function selectMovement(db: Db, productId: string, version: number): Promise<MovementRow | undefined> {
  return movementsWithNames(db)
    .where('product_id', '=', productId)
    .where('stock_movements.version', '=', version)
    .executeTakeFirst()
}

/** Newest first. */
export function selectMovementsOf(
  db: Db,
  productId: string,
  beforeVersion: number | undefined,
  limit: number,
): Promise<MovementRow[]> {
  const query = movementsWithNames(db).where('product_id', '=', productId)
  return (beforeVersion === undefined ? query : query.where('stock_movements.version', '<', beforeVersion))
    .orderBy('stock_movements.version', 'desc')
    .limit(limit)
    .execute()
}

/** Newest first, of all products, without the sales. */
export function selectMovements(
  db: Db,
  before: { createdAt: string; productId: string; version: number } | undefined,
  limit: number,
): Promise<MovementRow[]> {
  // Spelled as in the index, which is not used for a bound value.
  let query = movementsWithNames(db).where(sql<boolean>`reason <> 'sale'`)
  if (before) {
    const { createdAt, productId, version } = before
    query = query.where(({ eb, refTuple, tuple }) =>
      eb(
        refTuple('stock_movements.created_at', 'product_id', 'stock_movements.version'),
        '<',
        tuple(createdAt, productId, version),
      ),
    )
  }
  return query
    .orderBy('stock_movements.created_at', 'desc')
    .orderBy('product_id', 'desc')
    .orderBy('stock_movements.version', 'desc')
    .limit(limit)
    .execute()
}
