import { catalogChange, type StockLevel, stockLevel } from '@onhand/contract/stock-events'
import * as z from 'zod/mini'
import type { Database } from '../database/database.ts'
import { selectStates } from './queries.ts'
import { isCatalogChange, isStockLevel, type StockEvent, type StockFeed } from './stock-feed.ts'

/** How often the database is asked what changed, in case a message was lost. */
const pollMs = 2_000
/** Changes in one message, so that it stays below the 7,000 bytes a messenger takes. */
const changesPerMessage = 60

/** Tells other processes on the same database what changed here, and the feed here what changed there. */
export interface StockSharing {
  close(): void
}

/**
 * Joins the feeds of all processes on one database. Messages make it quick; a poll of all versions makes it certain.
 * Duplicates do no harm, since of two levels the higher version is true.
 */
export async function shareStock(
  database: Database,
  feed: StockFeed,
  onError: (error: unknown) => void,
): Promise<StockSharing> {
  const { db, messenger } = database
  if (!messenger) return { close: () => {} }
  const versions = new Map<string, number>()
  const withdrawn = new Set<string>()
  /** What other processes said, which they need not be told. */
  const heard = new WeakSet<StockEvent>()
  /** Products of whose coming and going was heard since the last poll began, of which it may not know yet. */
  const justChanged = new Set<string>()

  function isNews({ productId, version }: StockLevel): boolean {
    return version > (versions.get(productId) ?? -1)
  }

  function learn(changes: readonly StockEvent[]): StockEvent[] {
    const news = changes.filter((change) => isCatalogChange(change) || isNews(change))
    for (const change of news) {
      if (isCatalogChange(change)) justChanged.add(change.productId)
      if (isStockLevel(change)) versions.set(change.productId, change.version)
      else if (change.change === 'withdrawn') withdrawn.add(change.productId)
      else withdrawn.delete(change.productId)
    }
    return news
  }

  function publish(changes: readonly StockEvent[]): void {
    const news = learn(changes)
    for (const change of news) heard.add(change)
    feed.publish(news)
  }

  const unsubscribe = feed.subscribe(({ changes }) => {
    const own = learn(changes.filter((change) => !heard.has(change)))
    for (let start = 0; start < own.length; start += changesPerMessage) {
      const message = { changes: own.slice(start, start + changesPerMessage) }
      messenger.send(JSON.stringify(message)).catch(onError)
    }
  })
  messenger.receive((text) => publish(contentOf(text)))

  /** What the database holds that was not heard of; of a changed description only messages tell. */
  async function poll(): Promise<StockEvent[]> {
    justChanged.clear()
    const states = await selectStates(db)
    return states.flatMap(({ forSale, ...level }): StockEvent[] => {
      const { productId } = level
      if (justChanged.has(productId)) return [level]
      if (!forSale && !withdrawn.has(productId)) return [{ productId, change: 'withdrawn' }, level]
      if (forSale && (withdrawn.has(productId) || !versions.has(productId)))
        return [{ productId, change: 'created' }, level]
      return [level]
    })
  }

  learn(await poll())
  // One after the other: behind a database that hangs they would queue up.
  let polling = setTimeout(pollAgain, pollMs)
  let closed = false

  async function pollAgain(): Promise<void> {
    await poll().then(publish).catch(onError)
    if (!closed) polling = setTimeout(pollAgain, pollMs)
  }

  return {
    close() {
      closed = true
      clearTimeout(polling)
      unsubscribe()
    },
  }
}

const message = z.object({ changes: z.array(z.union([stockLevel, catalogChange])) })

/** Anybody may write to the channel: what is not ours is passed over. */
function contentOf(text: string): readonly StockEvent[] {
  try {
    return message.parse(JSON.parse(text)).changes
  } catch {
    return []
  }
}
