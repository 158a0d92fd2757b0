import type { Order } from '@onhand/contract/orders'
import type { Selectable } from 'kysely'

interface OrdersTable {
  id: string
  status: Order['status']
  /** In minor units of `currency`. */
  total: number
  currency: string
  email: string | null
  customer_name: string | null
  /** The account it belongs to; null for a guest's, and for one whose account was deleted. */
  customer_id: string | null
  /** SHA-256 of the token that opens a guest's order. */
  access_token_hash: string
  created_at: string
}

interface OrderLinesTable {
  order_id: string
  /** The place in the order, from 0. */
  position: number
  product_id: string
  /** Name and price as they were when it was bought. */
  name: string
  quantity: number
  unit_price: number
}

export type OrderRow = Selectable<OrdersTable>
export type OrderLineRow = Selectable<OrderLinesTable>

declare module '../database/tables.ts' {
  interface Tables {
    orders: OrdersTable
    order_lines: OrderLinesTable
  }
}
