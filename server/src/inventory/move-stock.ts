import { stockMax } from '@onhand/contract/limits'
import type { MovementCause, StockCount, StockDelta } from '@onhand/contract/stock-movements'
import type { Transaction } from '../database/transaction.ts'
import { Refusal } from '../refusal.ts'
import { changeStock } from './change-stock.ts'
import { type NamedLevel, selectLocked } from './queries.ts'
import type { StockFeed } from './stock-feed.ts'

/** What stands in the ledger as the cause of what administrators do. */
const cause: MovementCause = 'back office'

/**
 * Books pieces that came or went.
 *
 * @param actor the administrator's id
 * @throws Refusal `product_not_found`, `insufficient_stock` when more would go than there is, or `stock_limit_reached` when
 *   there would be more than can be kept
 */
export async function moveStock(
  tx: Transaction,
  feed: StockFeed,
  productId: string,
  { delta, reason, note }: StockDelta,
  actor: string,
): Promise<void> {
  const level = await lock(tx, productId)
  if (level.stock + delta < 0) throw tooLittle(level, -delta)
  if (level.stock + delta > stockMax) throw tooMuch()
  await changeStock(tx, feed, [{ productId, delta, cause, reason, note, actor }])
}

/**
 * Sets the stock to what was counted, unless it moved since `expectedVersion`: a sale meanwhile is never overwritten.
 *
 * @param actor the administrator's id
 * @returns false when there is as much as was counted, since then nothing moves
 * @throws Refusal `product_not_found`, or `version_conflict` with what there is now
 */
export async function countStock(
  tx: Transaction,
  feed: StockFeed,
  productId: string,
  { countedTo, expectedVersion, reason, note }: StockCount,
  actor: string,
): Promise<boolean> {
  const level = await lock(tx, productId)
  if (level.version !== expectedVersion) throw movedMeanwhile(level)
  const delta = countedTo - level.stock
  if (delta !== 0) await changeStock(tx, feed, [{ productId, delta, cause, reason, note, actor }])
  return delta !== 0
}

async function lock(tx: Transaction, productId: string): Promise<NamedLevel> {
  const [level] = await selectLocked(tx.db, [productId])
  if (level) return level
  throw new Refusal('product_not_found', `No product has the id ${JSON.stringify(productId)}.`, {
    details: { productIds: [productId] },
  })
}

function tooLittle({ productId, name, stock, version }: NamedLevel, requested: number): Refusal {
  return new Refusal('insufficient_stock', `${name}: ${requested} cannot go, there are ${stock}.`, {
    details: { shortages: [{ productId, name, requested, available: stock, version }] },
  })
}

function tooMuch(): Refusal {
  return new Refusal('stock_limit_reached', `There can be at most ${stockMax} pieces of a product.`)
}

function movedMeanwhile({ productId, name, stock, version }: NamedLevel): Refusal {
  return new Refusal('version_conflict', `${name} moved since it was counted: there are ${stock} now.`, {
    details: { current: { productId, stock, version } },
  })
}
