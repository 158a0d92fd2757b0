import type { Db } from '../database/database.ts'
import { inChunks } from '../database/in-chunks.ts'
import type { OrderLineRow, OrderRow } from './tables.ts'

export async function insertOrders(
  db: Db,
  orders: readonly OrderRow[],
  lines: readonly OrderLineRow[],
): Promise<void> {
  for (const chunk of inChunks(orders)) await db.insertInto('orders').values(chunk).execute()
  for (const chunk of inChunks(lines)) await db.insertInto('order_lines').values(chunk).execute()
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
