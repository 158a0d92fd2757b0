import { catalogChange, stockLevel } from '@onhand/contract/stock-events'
import * as z from 'zod/mini'
import type { Database } from '../database/database.ts'
import { selectStates } from './queries.ts'
import { type CatalogEvent, isCatalogEvent, type StockEvent, type StockFeed } from './stock-feed.ts'

/** How often the database is asked what changed, in case a message was lost. */
const pollMs = 2_000
/** Changes in one message, so that it stays below the 7,000 bytes a messenger takes. */
const changesPerMessage = 60

/** Tells other processes on the same database what changed here, and the feed here what changed there. */
export interface StockSharing {
  close(): void
}

/**
 * Joins the feeds of all processes on one database. Messages make it quick; a poll of all versions and revisions makes it
 * certain. Duplicates do no harm, since of two states the higher one is true.
 */
export async function shareStock(
  database: Database,
  feed: StockFeed,
  onError: (error: unknown) => void,
): Promise<StockSharing> {
  const { db, messenger } = database
  if (!messenger) return { close: () => {} }
  const revisionOfFeed = feed.catalogRevision()
  const versions = new Map<string, number>()
  const revisions = new Map<string, number>()
  const withdrawn = new Set<string>()
  /** What other processes said, which they need not be told. */
  const heard = new WeakSet<StockEvent>()

  function isNews(event: StockEvent): boolean {
    return isCatalogEvent(event)
      ? event.catalogRevision > (revisions.get(event.productId) ?? -1)
      : event.version > (versions.get(event.productId) ?? -1)
  }

  function learn(changes: readonly StockEvent[]): StockEvent[] {
    const news = changes.filter(isNews)
    for (const event of news) {
      if (isCatalogEvent(event)) learnOfCatalog(event)
      else versions.set(event.productId, event.version)
    }
    return news
  }

  function learnOfCatalog({ productId, change, catalogRevision }: CatalogEvent): void {
    revisions.set(productId, catalogRevision)
    if (change === 'withdrawn') withdrawn.add(productId)
    else withdrawn.delete(productId)
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

  /** All that the database holds. */
  async function poll(): Promise<StockEvent[]> {
    const states = await selectStates(db)
    return states.flatMap(({ level, catalogRevision, forSale }) => {
      const { productId } = level
      return [{ productId, change: changeOf(productId, forSale), catalogRevision }, level]
    })
  }

  /** What a change of the catalog that nobody told of must have been. */
  function changeOf(productId: string, forSale: boolean): CatalogEvent['change'] {
    if (!forSale) return 'withdrawn'
    return revisions.has(productId) && !withdrawn.has(productId) ? 'updated' : 'created'
  }

  const known = learn(await poll())
  // What others changed since the feed was made, nobody else tells it.
  feed.publish(known.filter((event) => isCatalogEvent(event) && event.catalogRevision > revisionOfFeed))
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

const message = z.object({ changes: z.array(z.union([stockLevel, z.required(catalogChange)])) })

/** Anybody may write to the channel: what is not ours is passed over. */
function contentOf(text: string): readonly StockEvent[] {
  try {
    return message.parse(JSON.parse(text)).changes
  } catch {
    return []
  }
}
