import type { CatalogChange, StockLevel } from '@onhand/contract/stock-events'
import type { MovementReason } from '@onhand/contract/stock-movements'
import { createFeed, type Feed } from '../live/feed.ts'

/** That a product itself is another, and the catalog's revision which that made. */
export interface CatalogEvent extends CatalogChange {
  catalogRevision: number
}

/** What pages are told: what there is of a product now, or that the product itself is another. */
export type StockEvent = StockLevel | CatalogEvent

/** Where every committed change of stock and catalog is told. */
export interface StockFeed extends Feed<StockEvent> {
  /** The newest revision of the catalog that was heard of: whoever reads the database now reads it or a newer one. */
  catalogRevision(): number
  /** Counts movements that were committed. */
  count(reason: MovementReason, movements: number): void
  /** How many movements this process made since it started. */
  readonly counted: ReadonlyMap<MovementReason, number>
}

/** Where a change of stock is told. */
export type StockPublisher = Pick<Feed<StockLevel>, 'publish'> & Pick<StockFeed, 'count'>

/** Where it is told that a product was created, changed or withdrawn. */
export type CatalogPublisher = Pick<Feed<CatalogEvent>, 'publish'>

/** @param catalogRevision that of the database, when nothing was told yet */
export function createStockFeed(catalogRevision: number): StockFeed {
  const counted = new Map<MovementReason, number>()
  let revision = catalogRevision
  const feed = createFeed<StockEvent>({
    keyOf: (event) => (isCatalogEvent(event) ? `catalog ${event.productId}` : event.productId),
    merge,
  })
  return {
    ...feed,
    counted,
    publish(events) {
      for (const event of events) {
        if (isCatalogEvent(event)) revision = Math.max(revision, event.catalogRevision)
      }
      feed.publish(events)
    },
    catalogRevision: () => revision,
    count(reason, movements) {
      counted.set(reason, (counted.get(reason) ?? 0) + movements)
    },
  }
}

export function isCatalogEvent(event: StockEvent): event is CatalogEvent {
  return 'change' in event
}

export function isStockLevel(event: StockEvent): event is StockLevel {
  return !isCatalogEvent(event)
}

/** Of two the later is true. Who has not heard of a new product hears that it is new, whatever came after. */
function merge(known: StockEvent, event: StockEvent): StockEvent {
  if (isCatalogEvent(event)) {
    if (!isCatalogEvent(known)) return event
    if (known.catalogRevision >= event.catalogRevision) return known
    const isNew = known.change === 'created' && event.change === 'updated'
    return isNew ? { ...event, change: 'created' } : event
  }
  return isStockLevel(known) && known.version > event.version ? known : event
}
