import { withAsciiDomain } from '@onhand/contract/email'
import { idEndOf } from '@onhand/contract/order-number'
import { type SqlBool, sql } from 'kysely'
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

export async function selectOrderLines(db: Db, orderIds: readonly string[]): Promise<OrderLineRow[]> {
  if (orderIds.length === 0) return []
  return db
    .selectFrom('order_lines')
    .selectAll()
    .where('order_id', 'in', orderIds)
    .orderBy('order_id')
    .orderBy('position')
    .execute()
}

/** Newest first, before the order `before`. Ids rise with time. */
export function selectOrdersOf(
  db: Db,
  customerId: string,
  before: string | undefined,
  limit: number,
): Promise<OrderRow[]> {
  const query = db.selectFrom('orders').selectAll().where('customer_id', '=', customerId)
  return (before === undefined ? query : query.where('id', '<', before))
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
}

/** Gives an order to an account unless it belongs to another. Returns whether it is that account's now. */
export async function updateCustomer(db: Db, id: string, customerId: string): Promise<boolean> {
  const result = await db
    .updateTable('orders')
    .set({ customer_id: customerId })
    .where('id', '=', id)
    .where(({ eb, or }) => or([eb('customer_id', 'is', null), eb('customer_id', '=', customerId)]))
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

interface OrderFilter {
  readonly before: string | undefined
  /** An order's id or number, or a part of an e-mail address. */
  readonly search: string | undefined
  readonly status: OrderRow['status'] | undefined
}

/** Newest first. */
export function selectOrders(
  db: Db,
  { before, search, status }: OrderFilter,
  limit: number,
): Promise<OrderRow[]> {
  let query = db.selectFrom('orders').selectAll()
  if (before !== undefined) query = query.where('id', '<', before)
  if (status !== undefined) query = query.where('status', '=', status)
  if (search !== undefined && search !== '') {
    const pattern = `%${withAsciiDomain(search)
      .toLowerCase()
      .replace(/[\\%_]/g, '\\$&')}%`
    const isInEmail = sql<SqlBool>`lower(email) like ${pattern} escape '\\'`
    const end = idEndOf(search)
    query = query.where(({ eb, or }) =>
      or([eb('id', '=', search), isInEmail, ...(end === undefined ? [] : [eb('id', 'like', `%${end}`)])]),
    )
  }
  return query.orderBy('id', 'desc').limit(limit).execute()
}

/** Returns false when there is no such order, or it was cancelled before. */
export async function updateToCancelled(db: Db, id: string): Promise<boolean> {
  const result = await db
    .updateTable('orders')
    .set({ status: 'cancelled' })
    .where('id', '=', id)
    .where('status', '=', 'placed')
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

export async function eraseCustomer(db: Db, customerId: string): Promise<void> {
  await db
    .updateTable('orders')
    .set({ customer_id: null, customer_name: null, email: null })
    .where('customer_id', '=', customerId)
    .execute()
}
