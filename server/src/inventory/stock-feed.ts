import type { StockLevel } from '@onhand/contract/stock-events'
import { createFeed, type Feed } from '../live/feed.ts'

/** Where every committed change of stock is told. */
export type StockFeed = Feed<StockLevel>

/** Where a change is told. */
export type StockPublisher = Pick<StockFeed, 'publish'>

export function createStockFeed(): StockFeed {
  return createFeed<StockLevel>({
    keyOf: (level) => level.productId,
    isNewer: (level, than) => level.version > than.version,
  })
}
