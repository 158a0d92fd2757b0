import type { StockLevel } from '@onhand/contract/stock-events'
import type { MovementReason } from '@onhand/contract/stock-movements'
import { inChunks } from '../database/in-chunks.ts'
import type { Transaction } from '../database/transaction.ts'
import { addToStock, insertMovements, type StockSum } from './queries.ts'
import type { StockPublisher } from './stock-feed.ts'
import type { LedgerRow } from './tables.ts'

export interface Movement {
  readonly productId: string
  /** Pieces that come (positive) or go (negative), never 0. */
  readonly delta: number
  readonly reason: MovementReason
  /** What it is done for: the id of an order, or what brings the goods. */
  readonly cause: string
  /** Who does it: `shopper` (the order tells which), `shop` for the shop itself, or an administrator's id. */
  readonly actor: string
  /** What an administrator has to say about it. */
  readonly note?: string | undefined
}

/** A movement would take more than there is. Callers read the stock first, in the same transaction: this is the last guard. */
export class StockTooLow extends Error {}

/**
 * The only writer of stock. Applies the movements in their order, each making the next version of its product, writes
 * them to the ledger, and tells the feed once the transaction is committed. Who moves several products that others move
 * too locks them first, in the order of their ids (`readOffer` does).
 *
 * @returns the level of each product moved, after all its movements
 * @throws StockTooLow when one of them would take more than there is or there is no such product; nothing is kept then
 */
export async function changeStock(
  tx: Transaction,
  feed: StockPublisher,
  movements: readonly Movement[],
): Promise<StockLevel[]> {
  const byProduct = Map.groupBy(movements, (movement) => movement.productId)
  const levels: StockLevel[] = []
  for (const chunk of inChunks([...byProduct])) {
    levels.push(...(await addToStock(tx.db, chunk.map(sumOf))))
  }
  const after = new Map(levels.map((level) => [level.productId, level]))
  const createdAt = new Date().toISOString()
  await insertMovements(
    tx,
    [...byProduct].flatMap(([productId, own]) => toLedger(own, after.get(productId), createdAt)),
  )
  tx.afterCommit(() => {
    feed.publish(levels)
    for (const [reason, { length }] of Map.groupBy(movements, (movement) => movement.reason)) {
      feed.count(reason, length)
    }
  })
  return levels
}

function sumOf([productId, movements]: readonly [string, readonly Movement[]]): StockSum {
  const sums = runningSums(movements)
  return { productId, delta: sums.at(-1) ?? 0, lowest: Math.min(0, ...sums), versions: movements.length }
}

/** The ledger's rows for all movements of one product, counted back from the level they led to. */
function toLedger(
  movements: readonly Movement[],
  after: StockLevel | undefined,
  createdAt: string,
): LedgerRow[] {
  const sums = runningSums(movements)
  if (!after)
    throw new StockTooLow(`${movements[0]?.productId} is unknown or cannot give ${-Math.min(...sums)}`)
  const stockBefore = after.stock - (sums.at(-1) ?? 0)
  const versionBefore = after.version - movements.length
  return movements.map(({ productId, delta, reason, cause, actor, note }, index) => ({
    product_id: productId,
    version: versionBefore + index + 1,
    delta,
    stock_after: stockBefore + (sums[index] ?? 0),
    reason,
    cause,
    actor,
    note: note ?? null,
    created_at: createdAt,
  }))
}

function runningSums(movements: readonly Movement[]): number[] {
  let sum = 0
  return movements.map((movement) => {
    sum += movement.delta
    return sum
  })
}
