import type { Socket } from 'node:net'
import type { Response } from 'express'
import { Refusal } from '../refusal.ts'
import { heartbeat } from './encode-event.ts'

/** What waits for one client in this process, at most; what does not fit is not queued. */
const queuedMax = 64 * 1024
/** A client that takes nothing of it for this long is let go; it comes back by itself and gets a snapshot. */
const stalledMaxMs = 10_000

/** One open `text/event-stream`. */
export interface EventStream {
  /** True while the client has not taken what was sent: send nothing then, `onCaughtUp` is called when it has. */
  isBehind(): boolean
  send(bytes: Buffer): void
  /** A sign of life, unless the client is behind. */
  beat(): void
  /** Lets the client go if it is behind and has taken nothing for too long. */
  endIfStalled(): void
  close(): void
}

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
 * Answers a request with an event stream. Bytes go to the connection past the response, which would take several times as
 * long for them; the same buffer serves all clients. A long event is handed over piece by piece, as the client takes it.
 *
 * @param socket the response's own
 * @param onCaughtUp the client was behind and has now taken everything: tell it what it missed
 */
export function openEventStream(res: Response, socket: Socket, onCaughtUp: () => void): EventStream {
  let rest: Buffer | undefined
  let behindSinceMs: number | undefined

  function send(bytes: Buffer): void {
    if (!socket.writable) return
    let sent = 0
    let takes = true
    while (takes && sent < bytes.length) {
      takes = socket.write(pieceOf(bytes, sent))
      sent += queuedMax
    }
    rest = sent < bytes.length ? bytes.subarray(sent) : undefined
    behindSinceMs = takes ? undefined : performance.now()
  }

  socket.on('drain', () => {
    if (rest) send(rest)
    else behindSinceMs = undefined
    // The last piece may be taken at once; no drain follows then.
    if (behindSinceMs === undefined) onCaughtUp()
  })
  res.status(200).set(headers).removeHeader('Transfer-Encoding')
  socket.setNoDelay(true)
  res.flushHeaders()

  return {
    isBehind: () => behindSinceMs !== undefined,
    send,
    beat() {
      if (behindSinceMs === undefined) send(heartbeat)
    },
    endIfStalled() {
      if (behindSinceMs !== undefined && performance.now() - behindSinceMs >= stalledMaxMs) res.destroy()
    },
    close: () => void res.end(),
  }
}

/** As much as is handed over at once; nearly every event is that small, and then is not cut for each client. */
function pieceOf(bytes: Buffer, start: number): Buffer {
  return bytes.length <= queuedMax ? bytes : bytes.subarray(start, start + queuedMax)
}
