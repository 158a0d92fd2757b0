import { type StockLevel, stockLevel } from '@onhand/contract/stock-events'
import * as z from 'zod/mini'
import { type Connection, openConnection, type StreamStatus } from './connection.ts'
import { type Candidacy, type Locks, runForLeader } from './leadership.ts'
import type { StockStore } from './stock-store.ts'
import { levelsOf } from './stream-events.ts'

const lockName = 'onhand-stock-stream'
/** The leader passes on every sign of life, at least one every 15 s. */
const leaderSilenceMaxMs = 40_000
/** How long a leader may take to answer before it counts as frozen. */
const leaderAnswerMaxMs = 2_000

/** Asked by a page that joins or wakes up. */
const question = z.literal('hello')
/** Told by the leader: what changed, or all it knows after a question. */
const news = z.object({
  status: z.enum(['connecting', 'live']),
  stock: z.array(stockLevel),
  /** True when `stock` is all there is; what follows adds to it. */
  whole: z.boolean(),
  /** Where in the stream the leader is. */
  lastEventId: z.optional(z.string()),
})
type News = z.infer<typeof news>

/** What is needed of a `BroadcastChannel`. */
export interface Channel {
  postMessage(message: unknown): void
  onmessage: ((event: MessageEvent) => void) | null
  close(): void
}

export interface SharedStreamOptions {
  store: StockStore
  open(lastEventId: string | undefined, signal: AbortSignal): Promise<Response>
  onStatus(status: StreamStatus): void
  /** Both, or this page keeps a stream of its own. */
  sharing: { locks: Locks; channel: Channel } | undefined
}

/** A page's part in the one stock stream of its browser: it either reads the stream or listens to the page that does. */
export interface SharedStream {
  /** Somebody looks at the page now: be right at once. */
  wake(): void
  /** To be called about once a second while somebody looks at the page. */
  watch(): void
  reconnect(): void
  leave(): void
}

export function joinStockStream({ store, open, onStatus, sharing }: SharedStreamOptions): SharedStream {
  let connection: Connection | undefined
  let candidacy: Candidacy | undefined
  let status: StreamStatus = 'connecting'
  let lastEventId: string | undefined
  let leaderHeardAt = Date.now()
  let askedAt: number | undefined
  let knowsAll = false

  function lead(): () => void {
    const mine = openConnection({
      open,
      lastEventId,
      onHeard: () => tell([]),
      parse: levelsOf,
      onTold: (levels) => {
        store.learn(levels)
        // All of them: what this page has learnt elsewhere may still be news to the others.
        tell(levels)
      },
      onStatus: (next) => {
        setStatus(next)
        tell([])
      },
    })
    connection = mine
    askedAt = undefined
    tellAll()
    return () => {
      lastEventId = mine.lastEventId()
      connection = undefined
      leaderHeardAt = Date.now()
      mine.close()
    }
  }

  function setStatus(next: StreamStatus): void {
    status = next
    onStatus(next)
  }

  function tellAll(): void {
    tell(store.all(), true)
  }

  function tell(stock: StockLevel[], whole = false): void {
    const message: News = { status, stock, whole }
    const eventId = connection?.lastEventId()
    sharing?.channel.postMessage(eventId === undefined ? message : { ...message, lastEventId: eventId })
  }

  function ask(): void {
    if (connection) return
    askedAt ??= Date.now()
    sharing?.channel.postMessage('hello')
  }

  function hear(message: unknown): void {
    if (question.safeParse(message).success) {
      connection?.check()
      if (connection) tellAll()
      return
    }
    const told = news.safeParse(message)
    if (!told.success || connection) return
    leaderHeardAt = Date.now()
    askedAt = undefined
    // To go on from there, this page must know all that came before.
    knowsAll ||= told.data.whole
    if (knowsAll) lastEventId = told.data.lastEventId ?? lastEventId
    store.learn(told.data.stock)
    if (told.data.status !== status) setStatus(told.data.status)
  }

  function watchLeader(): void {
    const now = Date.now()
    if (askedAt !== undefined && now - askedAt > leaderAnswerMaxMs) {
      askedAt = undefined
      candidacy?.takeOver()
    } else if (status !== 'live' || now - leaderHeardAt > leaderSilenceMaxMs) {
      ask()
    }
  }

  if (sharing) {
    sharing.channel.onmessage = (event) => hear(event.data)
    ask()
    candidacy = runForLeader(sharing.locks, lockName, lead)
  } else {
    lead()
  }

  return {
    wake: () => (connection ? connection.check({ hurry: true }) : ask()),
    watch: () => (connection ? connection.check() : watchLeader()),
    reconnect: () => connection?.reconnect(),
    leave() {
      candidacy?.withdraw()
      connection?.close()
      sharing?.channel.close()
    },
  }
}
