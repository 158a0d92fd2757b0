import type { StockLevel, StockSnapshot } from '@onhand/contract/stock-events'
import { encodeEvent } from '../live/encode-event.ts'
import { type CatalogEvent, isCatalogEvent, isStockLevel, type StockEvent } from './stock-feed.ts'

/** @param catalogRevision for whom that is told, of the catalog from whose changes on all are told */
export function encodeSnapshot(
  id: string,
  stock: readonly StockLevel[],
  catalogRevision: number | undefined,
): Buffer {
  const snapshot: StockSnapshot = {
    stock: [...stock],
    ...(catalogRevision !== undefined && { catalogRevision }),
  }
  return encodeEvent('snapshot', id, JSON.stringify(snapshot))
}

/**
 * What happened between two events of the feed: each change of the catalog, then the stock. Only the last carries the new
 * id, so that whoever loses the connection in between is told all of it again.
 *
 * @param withRevisions for whom the catalog's revisions are told
 */
export function encodeChanges(
  previousId: string,
  id: string,
  changes: readonly StockEvent[],
  withRevisions: boolean,
): Buffer {
  const levels = changes.filter(isStockLevel)
  const events: Array<readonly [name: string, data: unknown]> = changes
    .filter(isCatalogEvent)
    .map((change) => ['catalog', withRevisions ? change : withoutRevision(change)])
  if (levels.length > 0) events.push(['stock', { changes: levels }])
  return Buffer.concat(
    events.map(([name, data], index) =>
      encodeEvent(name, index === events.length - 1 ? id : previousId, JSON.stringify(data)),
    ),
  )
}

function withoutRevision({ productId, change }: CatalogEvent): object {
  return { productId, change }
}
