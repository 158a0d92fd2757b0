import type { StockLevel } from '@onhand/contract/stock-events'
import { encodeEvent } from '../live/encode-event.ts'
import { isCatalogChange, isStockLevel, type StockEvent } from './stock-feed.ts'

export function encodeSnapshot(id: string, stock: readonly StockLevel[]): Buffer {
  return encodeEvent('snapshot', id, JSON.stringify({ stock }))
}

/**
 * What happened between two events of the feed: each change of the catalog, then the stock. Only the last carries the new
 * id, so that whoever loses the connection in between is told all of it again.
 */
export function encodeChanges(previousId: string, id: string, changes: readonly StockEvent[]): Buffer {
  const levels = changes.filter(isStockLevel)
  const events: Array<readonly [name: string, data: unknown]> = changes
    .filter(isCatalogChange)
    .map((change) => ['catalog', change])
  if (levels.length > 0) events.push(['stock', { changes: levels }])
  return Buffer.concat(
    events.map(([name, data], index) =>
      encodeEvent(name, index === events.length - 1 ? id : previousId, JSON.stringify(data)),
    ),
  )
}
