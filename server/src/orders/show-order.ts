import { timingSafeEqual } from 'node:crypto'
import type { Order } from '@onhand/contract/orders'
import type { Db } from '../database/database.ts'
import type { Visitor } from '../http/access.ts'
import { Refusal } from '../refusal.ts'
import { selectOrder, selectOrderLines } from './queries.ts'
import { hashAccessToken } from './record-orders.ts'
import type { OrderLineRow, OrderRow } from './tables.ts'

interface Reader {
  readonly visitor: Visitor | undefined
  readonly token: string | undefined
  /** Whether the visitor is an administrator still: the access token says only that he was one. */
  isAdministrator(id: string): Promise<boolean>
}

/**
 * An order, for whom it belongs to, for administrators, and for whoever holds its access token.
 *
 * @throws Refusal `order_not_found` to everybody else, as if there were none with this id
 */
export async function showOrder(db: Db, id: string, reader: Reader): Promise<Order> {
  const row = await selectOrder(db, id)
  if (!row || !(await mayRead(reader, row))) throw orderNotFound()
  return toOrder(row, await selectOrderLines(db, [id]))
}

export function orderNotFound(): Refusal {
  return new Refusal('order_not_found', 'There is no such order, or the link to it is not complete.')
}

async function mayRead({ visitor, token, isAdministrator }: Reader, row: OrderRow): Promise<boolean> {
  if (visitor && visitor.id === row.customer_id) return true
  if (token !== undefined && opens(token, row)) return true
  return visitor?.role === 'admin' && (await isAdministrator(visitor.id))
}

/** Whether it is the token that was answered to the checkout. */
export function opens(token: string, row: OrderRow): boolean {
  return timingSafeEqual(Buffer.from(hashAccessToken(token)), Buffer.from(row.access_token_hash))
}

/** An order as its buyer sees it. */
export function toOrder(row: OrderRow, lines: readonly OrderLineRow[]): Order {
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
