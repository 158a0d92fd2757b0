import type { StockLevel } from '@onhand/contract/stock-events'
import type { MovementReason } from '@onhand/contract/stock-movements'
import { createFeed, type Feed } from '../live/feed.ts'

/** Where every committed change of stock is told. */
export interface StockFeed extends Feed<StockLevel> {
  /** Counts movements that were committed. */
  count(reason: MovementReason, movements: number): void
  /** How many movements this process made since it started. */
  readonly counted: ReadonlyMap<MovementReason, number>
}

/** Where a change is told. */
export type StockPublisher = Pick<StockFeed, 'publish' | 'count'>

export function createStockFeed(): StockFeed {
  const counted = new Map<MovementReason, number>()
  const feed = createFeed<StockLevel>({
    keyOf: (level) => level.productId,
    isNewer: (level, than) => level.version > than.version,
  })
  return {
    ...feed,
    counted,
    count(reason, movements) {
      counted.set(reason, (counted.get(reason) ?? 0) + movements)
    },
  }
}
