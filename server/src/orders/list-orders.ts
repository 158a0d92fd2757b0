import type { OrderPage } from '@onhand/contract/orders'
import type { Db } from '../database/database.ts'
import { selectOrderLines, selectOrdersOf } from './queries.ts'
import { toOrder } from './show-order.ts'
import type { OrderLineRow, OrderRow } from './tables.ts'

interface PageWanted {
  readonly limit: number
  /** The `nextCursor` of the page before. */
  readonly cursor?: string | undefined
}

/** One page of the orders of an account, newest first. */
export async function listOrders(
  db: Db,
  customerId: string,
  { limit, cursor }: PageWanted,
): Promise<OrderPage> {
  const rows = await selectOrdersOf(db, customerId, cursor, limit + 1)
  return pageOf(db, rows, limit, toOrder)
}

/**
 * The first `limit` orders with their lines.
 *
 * @param rows one more than wanted, where there is one more
 */
export async function pageOf<T>(
  db: Db,
  rows: readonly OrderRow[],
  limit: number,
  toView: (row: OrderRow, lines: readonly OrderLineRow[]) => T,
): Promise<{ orders: T[]; nextCursor: string | null }> {
  const page = rows.slice(0, limit)
  const lines = Map.groupBy(
    await selectOrderLines(
      db,
      page.map(({ id }) => id),
    ),
    (line) => line.order_id,
  )
  return {
    orders: page.map((row) => toView(row, lines.get(row.id) ?? [])),
    nextCursor: rows.length > limit ? (page.at(-1)?.id ?? null) : null,
  }
}
