import type { Cart } from '@onhand/contract/cart'
import type { Response } from 'express'
import type { Db } from '../database/database.ts'
import type { Visitor } from '../http/access.ts'
import { formatEvent, heartbeat, openEventStream } from '../live/sse.ts'
import { Refusal } from '../refusal.ts'
import type { CartNews } from './cart-news.ts'
import { selectCart } from './queries.ts'

/** Open streams in one process. */
const streamsMax = 5_000
/** Open streams of one shopper in one process: so many browsers at once. */
const streamsOfOneMax = 20
const heartbeatMs = 10_000

/** All open cart streams of this process. */
export interface CartStreams {
  /**
   * Answers with a stream of the shopper's cart: as it is, and after every change. It ends with the access token that opened
   * it: the page comes back with a new one.
   *
   * @throws Refusal `unavailable` when too many streams are open
   */
  open(res: Response, visitor: Visitor): Promise<void>
  /** How many are open. */
  readonly size: number
  /** Ends the streams of one shopper. */
  closeOf(customerId: string): void
  /** Ends all streams and lets nobody in any more. */
  close(): void
}

export function createCartStreams(db: Db, news: CartNews): CartStreams {
  const closers = new Map<() => void, string>()
  let closed = false

  function refuseTooMany(customerId: string): void {
    const own = [...closers.values()].filter((owner) => owner === customerId)
    if (!closed && closers.size < streamsMax && own.length < streamsOfOneMax) return
    throw new Refusal('unavailable', 'Too many pages are connected at the moment. Please try again.', {
      retryAfterSeconds: 5,
    })
  }

  return {
    async open(res, { id: customerId, expiresAtMs }) {
      refuseTooMany(customerId)
      let told = -1
      const tell = (cart: Cart): void => {
        if (stream.isBehind() || cart.version <= told) return
        told = cart.version
        stream.send(formatEvent('cart', String(cart.version), cart))
      }
      const read = (): Promise<void> => selectCart(db, customerId).then(tell, () => stream.close())
      const stream = openEventStream(res, { onCaughtUp: () => void read(), onClose: () => end() })
      const unsubscribe = news.subscribe(customerId, tell)
      const beat = setInterval(() => stream.isBehind() || stream.send(heartbeat), heartbeatMs)
      const over = setTimeout(() => stream.close(), expiresAtMs - Date.now())
      const close = (): void => stream.close()
      closers.set(close, customerId)
      function end(): void {
        clearInterval(beat)
        clearTimeout(over)
        unsubscribe()
        closers.delete(close)
      }
      await read()
    },
    get size() {
      return closers.size
    },
    closeOf(customerId) {
      for (const [close, owner] of [...closers]) if (owner === customerId) close()
    },
    close() {
      closed = true
      for (const close of [...closers.keys()]) close()
    },
  }
}
