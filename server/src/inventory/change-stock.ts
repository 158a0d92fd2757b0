import type { StockLevel } from '@onhand/contract/stock-events'
import type { MovementReason } from '@onhand/contract/stock-movements'
import { inChunks } from '../database/in-chunks.ts'
import type { Transaction } from '../database/transaction.ts'
import { addToStock, insertMovements, type StockChanged, type StockSum } from './queries.ts'
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
  const histories = await number(tx, movements)
  const changed: StockChanged[] = []
  for (const chunk of inChunks(histories)) changed.push(...(await addToStock(tx.db, chunk.map(sumOf))))
  const after = new Map(changed.map((change) => [change.productId, change]))
  const createdAt = new Date().toISOString()
  await insertMovements(
    tx,
    histories.flatMap((history) => toLedger(history, after.get(history.productId), createdAt)),
  )
  const levels = changed.map(({ productId, stock, version }) => ({ productId, stock, version }))
  tx.afterCommit(() => {
    feed.publish(levels)
    for (const [reason, { length }] of Map.groupBy(movements, (movement) => movement.reason)) {
      feed.count(reason, length)
    }
  })
  return levels
}

/** What happens to one product, in its order. */
interface History {
  readonly productId: string
  readonly movements: readonly Movement[]
  /** Their ids in the ledger. */
  readonly ids: readonly number[]
}

async function number(tx: Transaction, movements: readonly Movement[]): Promise<History[]> {
  const ids = await tx.takeIds('stock_movements', movements.length)
  let used = 0
  return [...Map.groupBy(movements, ({ productId }) => productId)].map(([productId, own]) => {
    used += own.length
    return { productId, movements: own, ids: ids.slice(used - own.length, used) }
  })
}

function sumOf({ productId, movements, ids }: History): StockSum {
  const sums = runningSums(movements)
  return {
    productId,
    delta: sums.at(-1) ?? 0,
    lowest: Math.min(0, ...sums),
    versions: movements.length,
    lastMovementId: ids.at(-1) ?? 0,
  }
}

/** The ledger's rows for all movements of one product, counted back from what they came to. */
function toLedger(
  { productId, movements, ids }: History,
  after: StockChanged | undefined,
  createdAt: string,
): LedgerRow[] {
  const sums = runningSums(movements)
  if (!after) throw new StockTooLow(`${productId} is unknown or cannot give ${-Math.min(...sums)}`)
  const stockBefore = after.stock - (sums.at(-1) ?? 0)
  const versionBefore = after.version - movements.length
  return movements.map(({ delta, reason, cause, actor, note }, index) => ({
    id: ids[index] ?? 0,
    product_id: productId,
    version: versionBefore + index + 1,
    delta,
    stock_after: stockBefore + (sums[index] ?? 0),
    reason,
    cause,
    actor,
    note: note ?? null,
    created_at: createdAt,
    previous_id: ids[index - 1] ?? after.earlierMovementId,
  }))
}

function runningSums(movements: readonly Movement[]): number[] {
  let sum = 0
  return movements.map((movement) => {
    sum += movement.delta
    return sum
  })
}
