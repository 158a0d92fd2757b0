import type { StockLevel } from '@onhand/contract/stock-events'
import type { Transaction } from '../database/transaction.ts'
import { addToStock, insertMovements } from './queries.ts'
import type { StockFeed } from './stock-feed.ts'
import type { MovementReason } from './tables.ts'

export interface Movement {
  readonly productId: string
  /** Pieces that come (positive) or go (negative), never 0. */
  readonly delta: number
  readonly reason: MovementReason
  /** What it is done for: the id of an order, or what brings the goods. */
  readonly cause: string
}

/** A movement would take more than there is. Callers read the stock first, in the same transaction: this is the last guard. */
export class StockTooLow extends Error {}

/**
 * The only writer of stock. Applies the movements in their order, each making the next version of its product, writes
 * them to the ledger, and tells the feed once the transaction is committed.
 *
 * @returns the level of each product moved, after all its movements
 * @throws StockTooLow when one of them would take more than there is or there is no such product; nothing is kept then
 */
export async function changeStock(
  tx: Transaction,
  feed: StockFeed,
  movements: readonly Movement[],
): Promise<StockLevel[]> {
  const byProduct = Map.groupBy(movements, (movement) => movement.productId)
  const levels: StockLevel[] = []
  const createdAt = new Date().toISOString()
  // In one order for all, so that two transactions never wait for each other's product.
  for (const productId of [...byProduct.keys()].sort()) {
    levels.push(await moveProduct(tx, productId, byProduct.get(productId) ?? [], createdAt))
  }
  tx.afterCommit(() => feed.publish(levels))
  return levels
}

async function moveProduct(
  tx: Transaction,
  productId: string,
  movements: readonly Movement[],
  createdAt: string,
): Promise<StockLevel> {
  const sums = runningSums(movements)
  const delta = sums.at(-1) ?? 0
  const lowest = Math.min(0, ...sums)
  const after = await addToStock(tx.db, productId, { delta, lowest, versions: movements.length })
  if (!after) throw new StockTooLow(`${productId} cannot give ${-lowest}`)
  const before = { stock: after.stock - delta, version: after.version - movements.length }
  await insertMovements(
    tx.db,
    movements.map((movement, index) => ({
      product_id: productId,
      version: before.version + index + 1,
      delta: movement.delta,
      stock_after: before.stock + (sums[index] ?? 0),
      reason: movement.reason,
      cause: movement.cause,
      created_at: createdAt,
    })),
  )
  return { productId, ...after }
}

function runningSums(movements: readonly Movement[]): number[] {
  let sum = 0
  return movements.map((movement) => {
    sum += movement.delta
    return sum
  })
}
