import { hash, randomUUID, randomUUIDv7 } from 'node:crypto'
import type { Contact } from '@onhand/contract/checkout'
import type { Order } from '@onhand/contract/orders'
import type { Transaction } from '../database/transaction.ts'
import { insertOrders } from './queries.ts'

export interface NewOrderLine {
  readonly productId: string
  readonly name: string
  readonly quantity: number
  /** In minor units of the order's currency. */
  readonly unitPrice: number
}

/** An order that whoever holds its token may see. */
export type GuestOrder = Order & { readonly accessToken: string }

/** A guest's order with its prices, totals and the token that opens it, not yet written down. */
export function draftOrder(lines: readonly NewOrderLine[], currency: string, createdAt: string): GuestOrder {
  const items = lines.map((line) => ({ ...line, total: line.unitPrice * line.quantity }))
  return {
    id: `ord_${randomUUIDv7().replaceAll('-', '')}`,
    status: 'placed',
    items,
    total: items.reduce((sum, item) => sum + item.total, 0),
    currency,
    createdAt,
    accessToken: newAccessToken(),
  }
}

/** 122 bits of chance; Node draws UUIDs from a store of random bytes, ten times faster than bytes one by one. */
function newAccessToken(): string {
  return randomUUID().replaceAll('-', '')
}

export interface OrderToRecord {
  readonly order: GuestOrder
  readonly contact: Contact | undefined
  /** The account it belongs to; null for a guest's. */
  readonly customerId: string | null
}

/** Writes orders and their lines. Of the access token they keep only a hash; the answer kept for a key has it for two days. */
export async function recordOrders(tx: Transaction, orders: readonly OrderToRecord[]): Promise<void> {
  const rows = orders.map(({ order, contact, customerId }) => ({
    id: order.id,
    status: order.status,
    total: order.total,
    currency: order.currency,
    email: contact?.email ?? null,
    customer_name: contact?.name ?? null,
    customer_id: customerId,
    access_token_hash: hashAccessToken(order.accessToken),
    created_at: order.createdAt,
  }))
  const lines = orders.flatMap(({ order }) =>
    order.items.map((item, position) => ({
      order_id: order.id,
      position,
      product_id: item.productId,
      name: item.name,
      quantity: item.quantity,
      unit_price: item.unitPrice,
    })),
  )
  await insertOrders(tx, rows, lines)
}

/** A plain hash is enough: the token is long and random, so nothing can be gained by guessing. */
export function hashAccessToken(token: string): string {
  return hash('sha256', token, 'hex')
}
