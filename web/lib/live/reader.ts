import type { CatalogChange } from '@onhand/contract/stock-events'
import { randomId } from '../random-id.ts'
import type { Channel, ReaderNews } from './channel.ts'
import { isPageWord, type PageWord } from './page-word.ts'
import { createPoller } from './poller.ts'
import { createStockLine, type StockLineOptions } from './stock-line.ts'
import type { StockSnapshot } from './stock-shapes.ts'
import { createStockStore } from './stock-store.ts'
import { type StockNews, wholeNewsOf } from './stream-events.ts'
import { createWishes } from './wishes.ts'

/** The fewest products that a stream can be narrowed to is one; none has this id. */
const noProduct = ['none']

export interface ReaderOptions {
  channel: Channel
  open: StockLineOptions['open']
  /** Asks once for the stock of these products; what is not for sale is missing in the answer. */
  ask(productIds: readonly string[]): Promise<StockSnapshot>
}

/** Reads the one stream of a browser and tells its pages what comes. */
export interface Reader {
  close(): void
}

export function openReader({ channel, open, ask }: ReaderOptions): Reader {
  const id = randomId()
  const store = createStockStore()
  const wishes = createWishes()
  const events = new AbortController()
  let started = false
  let live = false
  let polled = false
  /** The newest state of the catalog that was heard of. */
  let catalogRevision = 0

  const line = createStockLine({
    open,
    onHeard: () => tell({}),
    onNews: (news, covered) => takeIn(news, covered ?? wishes.all()),
    onLive(now) {
      if (now) poller.stop()
      else poller.start()
      live = now
      polled &&= !now
      tell({})
    },
  })

  const poller = createPoller({
    async ask() {
      const asked = wishes.all()
      takeIn(wholeNewsOf(await ask(asked)), asked)
    },
    onAsked(answered) {
      polled = answered
      tell({})
    },
  })

  function takeIn(news: StockNews, covered: readonly string[]): void {
    store.learn(news.stock)
    const before = catalogRevision
    catalogRevision = Math.max(before, news.catalogRevision ?? 0)
    const changes = [...news.catalog, ...goneFrom(news, covered)]
    // A whole answer says what there is, and not what was changed before it.
    const from = news.whole ? catalogRevision : before
    tell({ stock: news.stock, catalog: { changes, from, to: catalogRevision } })
  }

  function tell(news: Partial<ReaderNews>): void {
    const status = live ? 'live' : polled ? 'polling' : 'connecting'
    const nothing = { changes: [], from: catalogRevision, to: catalogRevision }
    channel.postMessage({ reader: id, status, stock: [], catalog: nothing, ...news })
  }

  function hear(word: PageWord): void {
    if (word.word === 'bye') {
      wishes.forget(word.page)
      return
    }
    const grown = wishes.set(word.page, word.productIds)
    tell({ stock: word.productIds.flatMap((productId) => store.get(productId) ?? []) })
    if (grown || !started) cover()
    else line.check({ hurry: word.hurry })
    if (word.hurry) poller.hurry()
  }

  function cover(): void {
    started = true
    const covered = wishes.covered()
    line.cover(covered?.length === 0 ? noProduct : covered)
  }

  channel.onmessage = ({ data }) => {
    if (isPageWord(data)) hear(data)
  }
  // Nothing is told of what the network does to a connection that is silent for the moment.
  for (const name of ['online', 'offline'])
    globalThis.addEventListener?.(name, line.reconnect, { signal: events.signal })
  // Pages that are open already say what they show.
  tell({})

  return {
    close() {
      events.abort()
      line.close()
      poller.stop()
      channel.close()
    },
  }
}

/** What the stream was asked for and a whole answer does not hold is not for sale any more. */
function goneFrom({ whole, stock }: StockNews, covered: readonly string[]): CatalogChange[] {
  if (!whole) return []
  const forSale = new Set(stock.map(({ productId }) => productId))
  return covered
    .filter((productId) => !forSale.has(productId) && !noProduct.includes(productId))
    .map((productId) => ({ productId, change: 'withdrawn' }))
}
