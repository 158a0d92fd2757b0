import type { Cart } from '@onhand/contract/cart'
import type { Response } from 'express'
import type { Db } from '../database/database.ts'
import type { Visitor } from '../http/access.ts'
import { encodeEvent } from '../live/encode-event.ts'
import { createEventStreams } from '../live/event-streams.ts'
import type { CartNews } from './cart-news.ts'
import { selectCart } from './queries.ts'

/** Open streams in one process. */
const streamsMax = 5_000
/** Open streams of one shopper in one process: so many browsers at once. */
const streamsOfOneMax = 20

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

/** @param onError told when a cart could not be read; the page that waits for it is let go, and comes back */
export function createCartStreams(db: Db, news: CartNews, onError: (error: unknown) => void): CartStreams {
  const streams = createEventStreams({ inAllMax: streamsMax, perHolderMax: streamsOfOneMax })
  const closers = new Map<() => void, string>()

  return {
    async open(res, { id: customerId, expiresAtMs }) {
      let told = -1
      const tell = (cart: Cart): void => {
        if (stream.isBehind() || cart.version <= told) return
        told = cart.version
        stream.send(encodeEvent('cart', String(cart.version), JSON.stringify(cart)))
      }
      const letGo = (error: unknown): void => {
        onError(error)
        stream.close()
      }
      const read = (): Promise<void> => selectCart(db, customerId).then(tell, letGo)
      const stream = streams.open(res, customerId, { onCaughtUp: () => void read(), onClose: () => end() })
      const unsubscribe = news.subscribe(customerId, tell)
      const over = setTimeout(() => stream.close(), expiresAtMs - Date.now())
      const close = (): void => stream.close()
      closers.set(close, customerId)
      function end(): void {
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
    close: streams.close,
  }
}
