import { performance } from 'node:perf_hooks'
import { createParser } from 'eventsource-parser'
import type { Connection } from './connections.ts'
import type { MeteredStream } from './delay-meter.ts'
import type { Records } from './records.ts'
import type { Shop } from './shop.ts'
import type { StockDecoder } from './stock-decoder.ts'
import type { StreamView } from './stream-view.ts'

/** How long to wait before a broken stream is opened again, unless the shop tells less. */
const retryMaxMs = 1_000

/** One shopper's stock stream, which opens again by itself when it breaks, and goes on from its last event. */
export interface StockStream {
  isOpen(): boolean
  /** When it last had an event. */
  lastEventAtMs(): number
  /** Drops the connection until `open()`. */
  drop(): void
  open(): void
  /** Drops it for good. */
  close(): void
}

/** Follows the stock from now on and keeps `view` up to date. */
export function followStock(
  shop: Shop,
  view: StreamView,
  decode: StockDecoder,
  { tally, findings, delays }: Records,
): StockStream {
  const productIds = view.productIds && [...view.productIds]
  let lastEventId: string | undefined
  let lastEventAtMs = 0
  let retryMs = retryMaxMs
  let connection: Connection | undefined
  let metered: MeteredStream | undefined
  let retry: NodeJS.Timeout | undefined
  let opened = 0

  function open(): void {
    clearTimeout(retry)
    const parser = createParser({
      onEvent: (event) => take(event.event, event.data, event.id),
      onRetry: (toldMs) => {
        retryMs = Math.min(toldMs, retryMaxMs)
      },
    })
    connection = shop.openStream(productIds, lastEventId, {
      onOpen: begin,
      onText: (text) => parser.feed(text),
      onEnd: breakOff,
    })
  }

  function begin(): void {
    opened += 1
    if (opened > 1) tally.reconnects += 1
    tally.connected += 1
    view.connect()
    metered = delays.openStream(performance.now())
  }

  function take(event: string | undefined, data: string, id: string | undefined): void {
    const nowMs = performance.now()
    lastEventAtMs = nowMs
    tally.streamEvents += 1
    if (id !== undefined) lastEventId = id
    try {
      const levels = decode(event, data) ?? []
      view.apply(levels)
      metered?.arrive(levels, nowMs)
    } catch {
      findings.add('not-as-promised', `a stream sent event: ${event} with ${data.slice(0, 60)}`)
    }
  }

  /** The connection is gone; what it showed last still counts. */
  function leave(): void {
    if (metered) tally.connected -= 1
    metered?.close()
    metered = undefined
    connection = undefined
  }

  function breakOff(): void {
    leave()
    tally.errors += 1
    retry = setTimeout(open, retryMs)
  }

  function drop(): void {
    clearTimeout(retry)
    connection?.close()
    leave()
  }

  open()
  return {
    isOpen: () => metered !== undefined,
    lastEventAtMs: () => lastEventAtMs,
    drop,
    open() {
      if (!connection) open()
    },
    close: drop,
  }
}
