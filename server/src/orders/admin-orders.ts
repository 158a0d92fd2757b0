import type { AdminOrder, AdminOrderPage, AdminOrdersQuery } from '@onhand/contract/orders'
import type { Db } from '../database/database.ts'
import { pageOf } from './list-orders.ts'
import { selectOrder, selectOrderLines, selectOrders } from './queries.ts'
import { orderNotFound, toOrder } from './show-order.ts'
import type { OrderLineRow, OrderRow } from './tables.ts'

/** One page of all orders, newest first; with `q`, those with that id or number, or with it in their e-mail address. */
export async function listAllOrders(
  db: Db,
  { limit, cursor, q, status }: AdminOrdersQuery,
): Promise<AdminOrderPage> {
  const rows = await selectOrders(db, { before: cursor, search: q, status }, limit + 1)
  return pageOf(db, rows, limit, toAdminOrder)
}

/**
 * Any order.
 *
 * @throws Refusal `order_not_found`
 */
export async function showAnyOrder(db: Db, id: string): Promise<AdminOrder> {
  const row = await selectOrder(db, id)
  if (!row) throw orderNotFound()
  return toAdminOrder(row, await selectOrderLines(db, [id]))
}

/** An order as administrators see it. */
export function toAdminOrder(row: OrderRow, lines: readonly OrderLineRow[]): AdminOrder {
  return {
    ...toOrder(row, lines),
    email: row.email,
    customerName: row.customer_name,
    customerId: row.customer_id,
  }
}
