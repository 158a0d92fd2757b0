import type { Db } from '../database/database.ts'
import type { Transaction } from '../database/transaction.ts'
import type { OrderLineRow, OrderRow } from './tables.ts'

export async function insertOrders(
  tx: Transaction,
  orders: readonly OrderRow[],
  lines: readonly OrderLineRow[],
): Promise<void> {
  await tx.insert('orders', orders)
  await tx.insert('order_lines', lines)
}

export function selectOrder(db: Db, id: string): Promise<OrderRow | undefined> {
  return db.selectFrom('orders').selectAll().where('id', '=', id).executeTakeFirst()
}

export function selectOrderLines(db: Db, orderId: string): Promise<OrderLineRow[]> {
  return db
    .selectFrom('order_lines')
    .selectAll()
    .where('order_id', '=', orderId)
    .orderBy('position')
    .execute()
}
