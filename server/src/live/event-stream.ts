import type { Socket } from 'node:net'
import type { Response } from 'express'
import { Refusal } from '../refusal.ts'
import { heartbeat } from './encode-event.ts'

/** What waits for one client in this process, at most; what does not fit is not queued. */
const queuedMax = 64 * 1024
/** A client that takes nothing of it for this long is let go; it comes back by itself and gets a snapshot. */
const stalledMaxMs = 10_000

const headers = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  'Cache-Control': 'no-cache, no-store, no-transform',
  'X-Accel-Buffering': 'no',
  // The body ends with the connection, so that its bytes need no frame of their own for each client.
  Connection: 'close',
}

/**
 * The connection that a stream is to have for itself.
 *
 * @throws Refusal `invalid_request` when other answers are under way on it
 */
export function connectionOf({ socket }: Response): Socket {
  if (!socket)
    throw new Refusal('invalid_request', 'A stream needs a connection that nothing else waits for.')
  return socket
}

/**
 * One open `text/event-stream`. Bytes go to the connection past the response, which would take several times as long for
 * them; the same buffer serves all clients. A long event is handed over piece by piece, as the client takes it.
 *
 * A class, so that what ten thousand of them are asked for at each event lies together in memory.
 */
export class EventStream {
  readonly #res: Response
  readonly #socket: Socket
  #rest: Buffer | undefined
  /** Since when the client has not taken what was sent, on the clock of `performance`; undefined when it has. */
  #behindSinceMs: number | undefined

  /**
   * Answers a request with a stream.
   *
   * @param socket the response's own
   * @param onCaughtUp the client was behind and has now taken everything: tell it what it missed
   */
  constructor(res: Response, socket: Socket, onCaughtUp: () => void) {
    this.#res = res
    this.#socket = socket
    socket.on('drain', () => {
      if (this.#rest) this.send(this.#rest)
      else this.#behindSinceMs = undefined
      // The last piece may be taken at once; no drain follows then.
      if (!this.isBehind()) onCaughtUp()
    })
    res.status(200).set(headers).removeHeader('Transfer-Encoding')
    socket.setNoDelay(true)
    res.flushHeaders()
  }

  /** True while the client has not taken what was sent: send nothing then, `onCaughtUp` is called when it has. */
  isBehind(): boolean {
    return this.#behindSinceMs !== undefined
  }

  send(bytes: Buffer): void {
    if (!this.#socket.writable) return
    let sent = 0
    let takes = true
    while (takes && sent < bytes.length) {
      takes = this.#socket.write(pieceOf(bytes, sent))
      sent += queuedMax
    }
    this.#rest = sent < bytes.length ? bytes.subarray(sent) : undefined
    this.#behindSinceMs = takes ? undefined : performance.now()
  }

  /** A sign of life, unless the client is behind. */
  beat(): void {
    if (!this.isBehind()) this.send(heartbeat)
  }

  /** Lets the client go if it is behind and has taken nothing for too long. */
  endIfStalled(): void {
    const since = this.#behindSinceMs ?? performance.now()
    if (performance.now() - since >= stalledMaxMs) this.#res.destroy()
  }

  close(): void {
    this.#res.end()
  }
}

/** As much as is handed over at once; nearly every event is that small, and then is not cut for each client. */
function pieceOf(bytes: Buffer, start: number): Buffer {
  return bytes.length <= queuedMax ? bytes : bytes.subarray(start, start + queuedMax)
}
