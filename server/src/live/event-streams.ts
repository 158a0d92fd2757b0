import { randomInt } from 'node:crypto'
import type { Response } from 'express'
import { encodeRetry } from './encode-event.ts'
import { connectionOf, EventStream } from './event-stream.ts'
import { createPlaces, type PlacesOptions } from './places.ts'

/** Readers come back after a time between these, each another, so that a restart is not followed by a rush. */
const retryMinMs = 1_000
const retryMaxMs = 5_000
/** Each stream has its turn once in so many; together well under the 15 s that are promised. */
const turns = 24
const turnMs = 500

interface Handlers {
  /** The client was behind and has now taken everything: tell it what it missed. */
  readonly onCaughtUp: () => void
  readonly onClose: () => void
}

/** All streams of one kind in this process. */
export interface EventStreams {
  /**
   * Answers a request with a stream, and tells first how to come back.
   *
   * @param holder whose places it counts against, if that is known
   * @throws Refusal `unavailable` when too many are open, or `invalid_request` on a connection in use
   */
  open(res: Response, holder: string | undefined, handlers: Handlers): EventStream
  /** How many are open. */
  readonly size: number
  /** Ends all streams and lets nobody in any more. */
  close(): void
}

export function createEventStreams(options: PlacesOptions): EventStreams {
  const places = createPlaces(options)
  const streams = new Map<EventStream, number>()
  let opened = 0
  let turn = 0

  // One clock for all: a timer for each of ten thousand streams would cost more than what they do.
  const clock = setInterval(() => {
    turn = (turn + 1) % turns
    for (const [stream, itsTurn] of streams) {
      stream.endIfStalled()
      if (itsTurn === turn) stream.beat()
    }
  }, turnMs)

  return {
    get size() {
      return streams.size
    },
    open(res, holder, { onCaughtUp, onClose }) {
      // Looked at first: who is refused for it may wait long behind other answers, and has no place meanwhile.
      const socket = connectionOf(res)
      const leave = places.take(holder)
      // Whatever happens next, the place is given back with the connection.
      res.once('close', leave)
      const stream = new EventStream(res, socket, onCaughtUp)
      streams.set(stream, opened++ % turns)
      res.once('close', () => {
        streams.delete(stream)
        onClose()
      })
      stream.send(encodeRetry(randomInt(retryMinMs, retryMaxMs)))
      return stream
    },
    close() {
      places.close()
      clearInterval(clock)
      for (const stream of streams.keys()) stream.close()
    },
  }
}
