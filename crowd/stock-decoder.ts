import { type StockLevel, stockChanges, stockSnapshot } from '@onhand/contract/stock-events'

/** Different texts remembered; streams that cover all get the same text at about the same time. */
const textsMax = 32

/** Turns an event of the stream into levels; undefined when it is another kind of event. */
export type StockDecoder = (event: string | undefined, data: string) => readonly StockLevel[] | undefined

/**
 * Decodes a text once for all streams that were sent it, because a crowd gets each event many times over.
 *
 * @param onNew called with the levels of each text when it is seen first
 */
export function createStockDecoder(onNew: (levels: readonly StockLevel[]) => void): StockDecoder {
  const decoded = new Map<string, readonly StockLevel[]>()

  return (event, data) => {
    if (event !== 'stock' && event !== 'snapshot') return undefined
    const known = decoded.get(data)
    if (known) return known
    const levels = decode(event, data)
    onNew(levels)
    decoded.set(data, levels)
    const [oldest] = decoded.keys()
    if (decoded.size > textsMax && oldest !== undefined) decoded.delete(oldest)
    return levels
  }
}

function decode(event: 'stock' | 'snapshot', data: string): readonly StockLevel[] {
  const json: unknown = JSON.parse(data)
  return event === 'stock' ? stockChanges.parse(json).changes : stockSnapshot.parse(json).stock
}
