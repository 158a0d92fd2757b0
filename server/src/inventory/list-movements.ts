import type { StockMovement, StockMovementPage, StockMovementsQuery } from '@onhand/contract/stock-movements'
import type { Db } from '../database/database.ts'
import { Refusal } from '../refusal.ts'
import { type MovementRow, selectMovements, selectMovementsOf } from './queries.ts'

/** Finds people's names by their ids. */
export type NamesOf = (db: Db, ids: readonly string[]) => Promise<Map<string, string>>

/**
 * One page of the ledger, newest first: all movements of one product or, without one, everything but the sales of all.
 *
 * @throws Refusal `invalid_request` when the cursor is none of this list
 */
export async function listMovements(
  db: Db,
  { product, limit, cursor }: StockMovementsQuery,
  namesOf: NamesOf,
): Promise<StockMovementPage> {
  const before = cursor === undefined ? undefined : readCursor(cursor)
  const rows = await (product === undefined
    ? selectMovements(db, before, limit + 1)
    : selectMovementsOf(db, product, before, limit + 1))
  // A page is announced only when there is something on it.
  if (product !== undefined && before !== undefined && rows.length === 0) throw foreignCursor()
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return {
    movements: await toMovements(db, page, namesOf),
    nextCursor: last && rows.length > limit ? String(last.id) : null,
  }
}

/** The last movement of a product, as administrators see it. */
export async function showLastMovement(db: Db, productId: string, namesOf: NamesOf): Promise<StockMovement> {
  const [movement] = await toMovements(db, await selectMovementsOf(db, productId, undefined, 1), namesOf)
  if (!movement) throw new Error(`nothing has moved ${productId} yet`)
  return movement
}

async function toMovements(db: Db, rows: readonly MovementRow[], namesOf: NamesOf): Promise<StockMovement[]> {
  const names = await namesOf(
    db,
    rows.map(({ actor }) => actor),
  )
  return rows.map((row) => ({
    productId: row.product_id,
    productName: row.name,
    version: row.version,
    delta: row.delta,
    stockBefore: row.stock_after - row.delta,
    stockAfter: row.stock_after,
    reason: row.reason,
    cause: row.cause,
    note: row.note,
    actor: row.actor,
    actorName: names.get(row.actor) ?? null,
    createdAt: row.created_at,
  }))
}

/** The id of the last movement that the page before showed. */
function readCursor(cursor: string): number {
  if (!/^[1-9]\d{0,14}$/.test(cursor)) throw foreignCursor()
  return Number(cursor)
}

function foreignCursor(): Refusal {
  const message = 'expected a nextCursor of this same list'
  return new Refusal('invalid_request', `cursor: ${message}.`, {
    details: { errors: [{ path: 'cursor', message }] },
  })
}
