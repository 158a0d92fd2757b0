import type { CatalogChange, StockLevel } from '@onhand/contract/stock-events'
import type { Response } from 'express'
import type { Db } from '../database/database.ts'
import { type EventStream, formatEvent, heartbeat, openEventStream } from '../live/sse.ts'
import { Refusal } from '../refusal.ts'
import type { CatalogNews } from './catalog-news.ts'
import { selectStockForSale } from './queries.ts'
import type { StockFeed } from './stock-feed.ts'

/** Open streams in one process; past it a shopper's page tries again later. */
const streamsMax = 10_000
/** Well under the 15 s that are promised. */
const heartbeatMs = 10_000
/** Changes of the catalog kept for those who come back. */
const newsMax = 200

/** All open stock streams of this process. */
export interface StockStreams {
  /**
   * Answers with a stream of the products named, or of all.
   *
   * @param catalog `all` for the news of all products, also when only some are named
   * @param lastEventId where the client left off; when that is known, it gets only what it missed
   * @throws Refusal `unavailable` when too many streams are open
   */
  open(
    res: Response,
    productIds: readonly string[] | undefined,
    lastEventId: string | undefined,
    catalog?: 'all',
  ): Promise<void>
  /** How many are open. */
  readonly size: number
  /** Ends all streams and lets nobody in any more. */
  close(): void
}

interface Subscriber {
  readonly stream: EventStream
  readonly covers: ((level: StockLevel) => boolean) | undefined
  readonly productIds: readonly string[] | undefined
  /** The products whose news of the catalog it is told; undefined for all. */
  readonly catalogIds: readonly string[] | undefined
  /** True until it has been told what there is; changes are held for it until then. */
  isNew: boolean
  /** What it could not be told yet, of each product the newest, so that this never outgrows the catalog. */
  readonly held: Map<string, StockLevel>
  /** Likewise, of the catalog. */
  readonly heldNews: Map<string, CatalogChange>
}

export function createStockStreams(db: Db, feed: StockFeed, news: CatalogNews): StockStreams {
  const subscribers = new Set<Subscriber>()
  /** The highest version of each product that any stream was told. */
  const newest = new Map<string, number>()
  /** The last changes of the catalog, each with the id it was told under. */
  const recentNews: Array<{ readonly id: string; readonly change: CatalogChange }> = []
  let closed = false

  /** Leaves out what a snapshot has overtaken, so that no stream goes back; the newer level comes with a later event. */
  function fresh(levels: readonly StockLevel[]): StockLevel[] {
    return levels.filter(({ productId, version }) => version >= (newest.get(productId) ?? 0))
  }

  function noteTold(levels: readonly StockLevel[]): void {
    for (const { productId, version } of fresh(levels)) newest.set(productId, version)
  }

  const unsubscribe = feed.subscribe(({ id, changes: told }) => {
    const changes = fresh(told)
    noteTold(changes)
    const whole = formatEvent('stock', id, { changes })
    for (const subscriber of subscribers) deliver(subscriber, id, changes, whole)
  })

  const unsubscribeNews = news.subscribe((change) => {
    const id = feed.lastId()
    recentNews.push({ id, change })
    if (recentNews.length > newsMax) recentNews.shift()
    for (const subscriber of subscribers) tellNews(subscriber, id, change)
  })

  const beat = setInterval(() => {
    for (const { stream } of subscribers) if (!stream.isBehind()) stream.send(heartbeat)
  }, heartbeatMs)

  async function sendSnapshot(subscriber: Subscriber): Promise<void> {
    // Taken before the stock is read: who comes back with this id is told too much rather than too little.
    const id = feed.lastId()
    const stock = await selectStockForSale(db, subscriber.productIds)
    noteTold(stock)
    subscriber.stream.send(formatEvent('snapshot', id, { stock }))
  }

  async function greet(subscriber: Subscriber, lastEventId: string | undefined): Promise<void> {
    const missed = lastEventId === undefined ? undefined : feed.since(lastEventId)
    if (missed && lastEventId !== undefined) {
      hold(subscriber, missed)
      for (const { id, change } of recentNews) {
        // An event of the same id may have come before or after it: told twice does no harm.
        if (sequenceOf(id) >= sequenceOf(lastEventId)) holdNews(subscriber, change)
      }
    } else await sendSnapshot(subscriber)
    subscriber.isNew = false
    catchUp(subscriber)
  }

  /** Tells in one event what had to be held. */
  function catchUp(subscriber: Subscriber): void {
    const changes = fresh([...subscriber.held.values()])
    subscriber.held.clear()
    const heldNews = [...subscriber.heldNews.values()]
    subscriber.heldNews.clear()
    for (const change of heldNews) tellNews(subscriber, feed.lastId(), change)
    deliver(subscriber, feed.lastId(), changes)
  }

  return {
    get size() {
      return subscribers.size
    },
    async open(res, productIds, lastEventId, catalog) {
      if (closed || subscribers.size >= streamsMax) {
        throw new Refusal('unavailable', 'Too many pages are connected at the moment. Please try again.', {
          retryAfterSeconds: 5,
        })
      }
      const wanted = productIds && new Set(productIds)
      const stream = openEventStream(res, {
        onCaughtUp: () => subscriber.isNew || catchUp(subscriber),
        onClose: () => subscribers.delete(subscriber),
      })
      const subscriber: Subscriber = {
        stream,
        productIds,
        catalogIds: catalog === 'all' ? undefined : productIds,
        covers: wanted && ((level) => wanted.has(level.productId)),
        isNew: true,
        held: new Map(),
        heldNews: new Map(),
      }
      subscribers.add(subscriber)
      await greet(subscriber, lastEventId)
    },
    close() {
      closed = true
      clearInterval(beat)
      unsubscribe()
      unsubscribeNews()
      for (const { stream } of subscribers) stream.close()
    },
  }
}

/** @param whole the event for all products, encoded once for everybody who wants it all */
function deliver(subscriber: Subscriber, id: string, changes: readonly StockLevel[], whole?: string): void {
  const { stream, covers, isNew } = subscriber
  const mine = covers ? changes.filter(covers) : changes
  if (mine.length === 0) return
  if (isNew || stream.isBehind()) hold(subscriber, mine)
  else stream.send(!covers && whole !== undefined ? whole : formatEvent('stock', id, { changes: mine }))
}

function hold({ held, covers }: Subscriber, levels: readonly StockLevel[]): void {
  for (const level of covers ? levels.filter(covers) : levels) {
    if (level.version >= (held.get(level.productId)?.version ?? 0)) held.set(level.productId, level)
  }
}

function tellNews(subscriber: Subscriber, id: string, change: CatalogChange): void {
  const { stream, catalogIds, isNew } = subscriber
  if (catalogIds && !catalogIds.includes(change.productId)) return
  if (isNew || stream.isBehind()) holdNews(subscriber, change)
  else stream.send(formatEvent('catalog', id, change))
}

/** Of a product only the last change counts. */
function holdNews({ heldNews, catalogIds }: Subscriber, change: CatalogChange): void {
  if (catalogIds && !catalogIds.includes(change.productId)) return
  heldNews.set(change.productId, change)
}

/** The number in an event's id, of which later events have higher ones. */
function sequenceOf(id: string): number {
  return Number(id.split(':')[1])
}
