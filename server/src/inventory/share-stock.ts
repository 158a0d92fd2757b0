import {
  type CatalogChange,
  catalogChange,
  type StockLevel,
  stockChanges,
} from '@onhand/contract/stock-events'
import * as z from 'zod/mini'
import type { Database } from '../database/database.ts'
import type { CatalogNews } from './catalog-news.ts'
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
  news: CatalogNews,
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
  const unsubscribeNews = news.subscribe((catalog, origin) => {
    if (origin === 'here') messenger.send(JSON.stringify({ catalog })).catch(onError)
  })
  messenger.receive((text) => {
    const { changes, catalog } = contentOf(text)
    feed.publish(learn(changes))
    if (catalog) news.publish(catalog, 'elsewhere')
  })

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
      unsubscribeNews()
    },
  }
}

const message = z.object({
  changes: z._default(stockChanges.shape.changes, []),
  catalog: z.optional(catalogChange),
})

/** Anybody may write to the channel: what is not ours is passed over. */
function contentOf(text: string): { changes: readonly StockLevel[]; catalog?: CatalogChange | undefined } {
  try {
    return message.parse(JSON.parse(text))
  } catch {
    return { changes: [] }
  }
}
