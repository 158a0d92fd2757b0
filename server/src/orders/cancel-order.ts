import type { CancellationReply } from '@onhand/contract/orders'
import type { Database } from '../database/database.ts'
import { inTransaction } from '../database/transaction.ts'
import { returnStock } from '../inventory/return-stock.ts'
import type { StockFeed } from '../inventory/stock-feed.ts'
import { toAdminOrder } from './admin-orders.ts'
import { selectOrder, selectOrderLines, updateToCancelled } from './queries.ts'
import { orderNotFound } from './show-order.ts'

/**
 * Cancels an order: its pieces are in stock again, once. Cancelling it again changes nothing, and is answered alike but
 * for `isNew`: whoever asks twice, or a moment after a colleague, has what he wanted.
 *
 * @param actor the administrator's id
 * @throws Refusal `order_not_found`
 */
export function cancelOrder(
  database: Database,
  feed: StockFeed,
  id: string,
  actor: string,
): Promise<CancellationReply> {
  return inTransaction(database, async (tx) => {
    // Of two at once, the second waits here until the first has committed, and then finds it cancelled.
    const isNew = await updateToCancelled(tx.db, id)
    const row = await selectOrder(tx.db, id)
    if (!row) throw orderNotFound()
    const lines = await selectOrderLines(tx.db, [id])
    if (isNew) {
      const returns = lines.map((line) => ({ productId: line.product_id, quantity: line.quantity }))
      await returnStock(tx, feed, id, returns, actor)
    }
    return { order: toAdminOrder(row, lines), isNew }
  })
}
