import type { CatalogChange, StockLevel } from '@onhand/contract/stock-events'
import type { MovementReason } from '@onhand/contract/stock-movements'
import { createFeed, type Feed } from '../live/feed.ts'

/** What pages are told: what there is of a product now, or that the product itself is another. */
export type StockEvent = StockLevel | CatalogChange

/** Where every committed change of stock and catalog is told. */
export interface StockFeed extends Feed<StockEvent> {
  /** Counts movements that were committed. */
  count(reason: MovementReason, movements: number): void
  /** How many movements this process made since it started. */
  readonly counted: ReadonlyMap<MovementReason, number>
}

/** Where a change of stock is told. */
export type StockPublisher = Pick<Feed<StockLevel>, 'publish'> & Pick<StockFeed, 'count'>

/** Where it is told that a product was created, changed or withdrawn. */
export type CatalogPublisher = Pick<Feed<CatalogChange>, 'publish'>

export function createStockFeed(): StockFeed {
  const counted = new Map<MovementReason, number>()
  const feed = createFeed<StockEvent>({
    keyOf: (event) => (isCatalogChange(event) ? `catalog ${event.productId}` : event.productId),
    merge,
  })
  return {
    ...feed,
    counted,
    count(reason, movements) {
      counted.set(reason, (counted.get(reason) ?? 0) + movements)
    },
  }
}

export function isCatalogChange(event: StockEvent): event is CatalogChange {
  return 'change' in event
}

export function isStockLevel(event: StockEvent): event is StockLevel {
  return !isCatalogChange(event)
}

/** Of two levels the higher version is true. Who has not heard of a new product hears that it is new, whatever came after. */
function merge(known: StockEvent, event: StockEvent): StockEvent {
  if (isCatalogChange(event)) {
    const isNew = isCatalogChange(known) && known.change === 'created' && event.change === 'updated'
    return isNew ? { ...event, change: 'created' } : event
  }
  return isStockLevel(known) && known.version > event.version ? known : event
}
