import { timingSafeEqual } from 'node:crypto'
import type { Order } from '@onhand/contract/orders'
import type { Db } from '../database/database.ts'
import { Refusal } from '../refusal.ts'
import { selectOrder, selectOrderLines } from './queries.ts'
import { hashAccessToken } from './record-orders.ts'
import type { OrderLineRow, OrderRow } from './tables.ts'

/**
 * A guest's order, for whoever holds its access token.
 *
 * @throws Refusal `order_not_found` when there is none with this id, or the token is not its token: which, is not told
 */
export async function showOrder(db: Db, id: string, token: string | undefined): Promise<Order> {
  const row = await selectOrder(db, id)
  if (!row || !opens(token, row)) {
    throw new Refusal('order_not_found', 'There is no such order, or the link to it is not complete.')
  }
  return toOrder(row, await selectOrderLines(db, id))
}

function opens(token: string | undefined, row: OrderRow): boolean {
  return (
    token !== undefined &&
    timingSafeEqual(Buffer.from(hashAccessToken(token)), Buffer.from(row.access_token_hash))
  )
}

function toOrder(row: OrderRow, lines: readonly OrderLineRow[]): Order {
  return {
    id: row.id,
    status: row.status,
    items: lines.map((line) => ({
      productId: line.product_id,
      name: line.name,
      quantity: line.quantity,
      unitPrice: line.unit_price,
      total: line.unit_price * line.quantity,
    })),
    total: row.total,
    currency: row.currency,
    createdAt: row.created_at,
  }
}
