import type { StockLevel } from '@onhand/contract/stock-events'
import { type ExpressionBuilder, sql } from 'kysely'
import { compiledOnce } from '../database/compiled-once.ts'
import type { Db } from '../database/database.ts'
import type { Tables } from '../database/tables.ts'
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
  /** The last of them. */
  readonly lastMovementId: number
}

/** What a product came to. */
export interface StockChanged extends StockLevel {
  /** The movement that was its last before. */
  readonly earlierMovementId: number | null
}

/**
 * Adds to the stock of several products in one guarded statement.
 *
 * @returns what they came to; a product that is unknown, or holds too little, is not among them
 */
export const addToStock = compiledOnce(
  (db, sums: readonly StockSum[]) => {
    const rows = sums.map(
      ({ productId, delta, lowest, versions, lastMovementId }) =>
        sql`(${productId}, cast(${delta} as integer), cast(${lowest} as integer), cast(${versions} as integer),
          cast(${lastMovementId} as bigint))`,
    )
    // Both engines name the columns of VALUES column1, column2, … when nobody else does.
    return sql<StockChanged>`
      update products set stock = stock + sums.column2, version = version + sums.column4,
        earlier_movement_id = last_movement_id, last_movement_id = sums.column5
      from (values ${sql.join(rows)}) as sums
      where id = sums.column1 and stock + sums.column3 >= 0
      returning id as "productId", stock, version, earlier_movement_id as "earlierMovementId"`.compile(db)
  },
  (sums) => [
    sums.flatMap(({ productId, delta, lowest, versions, lastMovementId }) => [
      productId,
      delta,
      lowest,
      versions,
      lastMovementId,
    ]),
  ],
)

export function insertMovements(tx: Transaction, movements: readonly LedgerRow[]): Promise<void> {
  return tx.insert('stock_movements', movements)
}

/** What the last movement of each product up to a moment left, or nothing in stock at version 0. */
export function selectStockAsOf(
  db: Db,
  moment: string,
): Promise<Array<{ productId: string; stock: number; version: number }>> {
  return db
    .withRecursive('past', (past) =>
      past
        .selectFrom('products')
        .select('last_movement_id as movement_id')
        .unionAll(
          // Looked up one by one: PostgreSQL would join the whole ledger at each step.
          past
            .selectFrom('past')
            .where((one) => one(ofPast(one, 'created_at'), '>', moment))
            .select((one) => ofPast(one, 'previous_id').as('movement_id')),
        ),
    )
    .selectFrom('products')
    .leftJoin(
      (select) =>
        select
          .selectFrom('past')
          .innerJoin('stock_movements', 'stock_movements.id', 'past.movement_id')
          .where('created_at', '<=', moment)
          .selectAll('stock_movements')
          .as('past'),
      (join) => join.onRef('past.product_id', '=', 'products.id'),
    )
    .select((columns) => [
      'products.id as productId',
      columns.fn.coalesce('past.stock_after', sql.lit(0)).as('stock'),
      columns.fn.coalesce('past.version', sql.lit(0)).as('version'),
    ])
    .orderBy('products.position')
    .execute()
}

/** A column of the movement that a step of the way back has come to. */
function ofPast<Column extends 'created_at' | 'previous_id'>(
  { selectFrom }: ExpressionBuilder<Tables & { past: { movement_id: number | null } }, 'past'>,
  column: Column,
) {
  return selectFrom('stock_movements').select(column).whereRef('stock_movements.id', '=', 'past.movement_id')
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

/** Newest first, back through the history of one product from its end, or from before the movement `beforeId`. */
export function selectMovementsOf(
  db: Db,
  productId: string,
  beforeId: number | undefined,
  limit: number,
): Promise<MovementRow[]> {
  const end = db.selectFrom('products').select('last_movement_id').where('id', '=', productId)
  const before = db
    .selectFrom('stock_movements')
    .select('previous_id')
    .where('product_id', '=', productId)
    .where('id', '=', beforeId ?? null)
  return db
    .withRecursive('history', (history) =>
      history
        .selectFrom('stock_movements')
        .where('id', '=', beforeId === undefined ? end : before)
        .selectAll()
        .select(sql<number>`1`.as('place'))
        .unionAll(
          history
            .selectFrom('history')
            .innerJoin('stock_movements as earlier', 'earlier.id', 'history.previous_id')
            .where('history.place', '<', limit)
            .selectAll('earlier')
            .select(sql<number>`history.place + 1`.as('place')),
        ),
    )
    .selectFrom('history')
    .innerJoin('products', 'products.id', 'history.product_id')
    .selectAll('history')
    .select('products.name')
    .orderBy('history.place')
    .execute()
}

/** Newest first, of all products, without the sales. */
export function selectMovements(db: Db, beforeId: number | undefined, limit: number): Promise<MovementRow[]> {
  const query = db
    .selectFrom('stock_movements')
    .innerJoin('products', 'products.id', 'stock_movements.product_id')
    .selectAll('stock_movements')
    .select('products.name')
    // Spelled as in the index, which is not used for a bound value.
    .where(sql<boolean>`reason <> 'sale'`)
  return (beforeId === undefined ? query : query.where('stock_movements.id', '<', beforeId))
    .orderBy('stock_movements.id', 'desc')
    .limit(limit)
    .execute()
}
