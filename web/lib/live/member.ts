import { randomId } from '../random-id.ts'
import type { CatalogNews } from './catalog-changes.ts'
import { type Channel, isReaderNews, type ReaderStatus } from './channel.ts'
import type { PageWord } from './page-word.ts'
import type { StockStore } from './stock-store.ts'

/** The reader passes on every sign of life, at least one every 15 s. */
const silenceMaxMs = 40_000
/** Silence after which a page that comes into sight says that it does not know. */
const silenceSuspiciousMs = 20_000
/** How long the reader may take to answer before it counts as frozen. */
const answerMaxMs = 2_000

export interface MemberOptions {
  channel: Channel
  store: StockStore
  onStatus(status: ReaderStatus): void
  /** The page was out of touch, and what it shows may be old. */
  onLost(): void
  onCatalog(news: CatalogNews): void
  /** The reader does not answer. */
  onNoReader(): void
}

/** A page that listens to the reader of its browser. */
export interface Member {
  /** Tells which products the page shows. */
  show(productIds: readonly string[]): void
  /** Somebody looks at the page now: be right at once. */
  wake(): void
  /** To be called about once a second while somebody looks at the page. */
  watch(): void
  leave(): void
}

export function joinReader({ channel, store, onNoReader, ...page }: MemberOptions): Member {
  const id = randomId()
  let shown: readonly string[] = []
  let reader: string | undefined
  let status: ReaderStatus = 'connecting'
  let heardAt = Date.now()
  let askedAt: number | undefined

  function say(word: PageWord): void {
    channel.postMessage(word)
  }

  function hello(hurry: boolean): void {
    askedAt ??= Date.now()
    say({ word: 'hello', page: id, productIds: [...shown], hurry })
  }

  function hear(news: unknown): void {
    if (!isReaderNews(news)) return
    heardAt = Date.now()
    askedAt = undefined
    meet(news.reader)
    store.learn(news.stock)
    page.onCatalog(news.catalog)
    setStatus(news.status)
  }

  /** A reader that is new here does not know what the page shows. */
  function meet(other: string): void {
    if (other === reader) return
    reader = other
    hello(false)
    askedAt = undefined
  }

  function lose(): void {
    status = 'connecting'
    page.onLost()
  }

  function setStatus(next: ReaderStatus): void {
    if (next === status) return
    status = next
    page.onStatus(next)
  }

  channel.onmessage = ({ data }) => hear(data)

  return {
    show(productIds) {
      shown = productIds
      hello(false)
    },
    wake() {
      if (Date.now() - heardAt > silenceSuspiciousMs) lose()
      hello(true)
    },
    watch() {
      const now = Date.now()
      if (askedAt !== undefined && now - askedAt > answerMaxMs) {
        askedAt = undefined
        lose()
        onNoReader()
      } else if (now - heardAt > silenceMaxMs) {
        lose()
        hello(false)
      } else if (status === 'connecting') hello(false)
    },
    leave() {
      say({ word: 'bye', page: id })
      channel.close()
    },
  }
}
