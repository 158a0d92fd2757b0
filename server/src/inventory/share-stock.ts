import { type StockLevel, stockChanges } from '@onhand/contract/stock-events'
import type { Database } from '../database/database.ts'
import { selectStock } from './queries.ts'
import type { StockFeed } from './stock-feed.ts'

/** How often the database is asked what changed, in case a message was lost. */
const pollMs = 2_000
/** Levels in one message, so that it stays below the 7,000 bytes a messenger takes. */
const levelsPerMessage = 60

/** Tells other processes on the same database what changed here, and the feed here what changed there. */
export interface StockSharing {
  close(): void
}

/**
 * Joins the feeds of all processes on one database. Messages carry levels and make it quick; a poll of all versions
 * makes it certain. Duplicates do no harm, since of two levels the higher version is true.
 */
export async function shareStock(
  database: Database,
  feed: StockFeed,
  onError: (error: unknown) => void,
): Promise<StockSharing> {
  const { messenger } = database
  if (!messenger) return { close: () => {} }
  const known = new Map<string, number>()

  function learn(levels: readonly StockLevel[]): StockLevel[] {
    const news = levels.filter(({ productId, version }) => version > (known.get(productId) ?? -1))
    for (const { productId, version } of news) known.set(productId, version)
    return news
  }

  const unsubscribe = feed.subscribe(({ changes }) => {
    const own = learn(changes)
    for (let start = 0; start < own.length; start += levelsPerMessage) {
      messenger.send(JSON.stringify({ changes: own.slice(start, start + levelsPerMessage) })).catch(onError)
    }
  })
  messenger.receive((text) => feed.publish(learn(levelsIn(text))))

  learn(await selectStock(database.db, undefined))
  const polling = setInterval(() => {
    selectStock(database.db, undefined)
      .then((levels) => feed.publish(learn(levels)))
      .catch(onError)
  }, pollMs)

  return {
    close() {
      clearInterval(polling)
      unsubscribe()
    },
  }
}

/** Anybody may write to the channel: what is not ours is passed over. */
function levelsIn(text: string): readonly StockLevel[] {
  try {
    return stockChanges.parse(JSON.parse(text)).changes
  } catch {
    return []
  }
}
