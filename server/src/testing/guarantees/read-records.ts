import type { StockLevel } from '@onhand/contract/stock-events'
import type { Selectable } from 'kysely'
import type { Db } from '../../database/database.ts'
import type { Tables } from '../../database/tables.ts'

export type LedgerRow = Selectable<Tables['stock_movements']>
type OrderRow = Selectable<Tables['orders']>
type OrderLineRow = Selectable<Tables['order_lines']>

/** What a database holds of a test's trade. */
export interface Records {
  readonly stock: readonly StockLevel[]
  /** The movements of each product, the one that made version 1 first. */
  readonly ledger: ReadonlyMap<string, readonly LedgerRow[]>
  readonly orders: ReadonlyMap<string, OrderRow & { readonly lines: readonly OrderLineRow[] }>
  /** The answers kept for keys. */
  readonly kept: ReadonlyMap<string, { readonly status: number; readonly body: string }>
}

export async function readRecords(db: Db): Promise<Records> {
  const stock = await db.selectFrom('products').select(['id as productId', 'stock', 'version']).execute()
  const movements = await db.selectFrom('stock_movements').selectAll().orderBy('version').execute()
  const orders = await db.selectFrom('orders').selectAll().execute()
  const lines = await db.selectFrom('order_lines').selectAll().orderBy('position').execute()
  const answers = await db.selectFrom('idempotency_keys').select(['key', 'status', 'body']).execute()
  const linesOf = Map.groupBy(lines, (line) => line.order_id)
  return {
    stock,
    ledger: Map.groupBy(movements, (movement) => movement.product_id),
    orders: new Map(orders.map((order) => [order.id, { ...order, lines: linesOf.get(order.id) ?? [] }])),
    kept: new Map(answers.map(({ key, ...answer }) => [key, answer])),
  }
}
