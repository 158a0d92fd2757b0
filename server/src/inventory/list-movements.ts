import type { StockMovement, StockMovementPage, StockMovementsQuery } from '@onhand/contract/stock-movements'
import * as z from 'zod/mini'
import type { Db } from '../database/database.ts'
import { Refusal } from '../refusal.ts'
import type { MovementPlace } from './move-stock.ts'
import { type MovementRow, selectMovement, selectMovements, selectMovementsOf } from './queries.ts'

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
    : selectMovementsOf(db, product, before?.version, limit + 1))
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return {
    movements: await toMovements(db, page, namesOf),
    nextCursor: last && rows.length > limit ? writeCursor(last) : null,
  }
}

/** One movement as administrators see it. */
export async function showMovement(db: Db, place: MovementPlace, namesOf: NamesOf): Promise<StockMovement> {
  const row = await selectMovement(db, place.productId, place.version)
  const [movement] = await toMovements(db, row ? [row] : [], namesOf)
  if (!movement) throw new Error(`the ledger has no version ${place.version} of ${place.productId}`)
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

const cursorContent = z.tuple([z.iso.datetime(), z.string().check(z.regex(/^\w{1,64}$/)), z.int32()])

function writeCursor({ created_at, product_id, version }: MovementRow): string {
  return Buffer.from(JSON.stringify([created_at, product_id, version])).toString('base64url')
}

function readCursor(cursor: string): { createdAt: string; productId: string; version: number } {
  const content = cursorContent.safeParse(parseJson(Buffer.from(cursor, 'base64url').toString()))
  if (content.success) {
    const [createdAt, productId, version] = content.data
    return { createdAt, productId, version }
  }
  const message = 'expected a nextCursor of this same list'
  throw new Refusal('invalid_request', `cursor: ${message}.`, {
    details: { errors: [{ path: 'cursor', message }] },
  })
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
