import type { Transaction } from '../database/transaction.ts'
import { changeStock } from './change-stock.ts'
import { selectLocked } from './queries.ts'
import type { StockFeed } from './stock-feed.ts'

interface Return {
  readonly productId: string
  readonly quantity: number
}

/**
 * Brings back what an order took, of withdrawn products too.
 *
 * @param actor the administrator's id
 */
export async function returnStock(
  tx: Transaction,
  feed: StockFeed,
  orderId: string,
  returns: readonly Return[],
  actor: string,
): Promise<void> {
  await selectLocked(
    tx.db,
    returns.map(({ productId }) => productId),
  )
  await changeStock(
    tx,
    feed,
    returns.map(({ productId, quantity }) => ({
      productId,
      delta: quantity,
      reason: 'cancellation',
      cause: orderId,
      actor,
    })),
  )
}
