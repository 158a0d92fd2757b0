import type { Response } from 'express'

/** How long a browser waits before it connects again, as told in `retry:`. */
const retryMs = 2_000
/** A client that has read nothing for this long is let go; it comes back by itself and gets a snapshot. */
const behindMaxMs = 10_000

/** One event in the format of https://html.spec.whatwg.org/multipage/server-sent-events.html#parsing-an-event-stream */
export function formatEvent(event: string, id: string, data: unknown): string {
  return `event: ${event}\nid: ${id}\ndata: ${JSON.stringify(data)}\n\n`
}

/** A comment, which readers pass over: it keeps proxies and readers from taking a quiet stream for a dead one. */
export const heartbeat = ':\n\n'

/** One open `text/event-stream`. */
export interface EventStream {
  /** True while the client has not read what was sent: send nothing then, `onCaughtUp` is called when it has. */
  isBehind(): boolean
  send(text: string): void
  close(): void
}

interface EventStreamHandlers {
  /** The client was behind and has now read everything: tell it what it missed. */
  readonly onCaughtUp: () => void
  readonly onClose: () => void
}

/**
 * Answers a request with an event stream. What a slow client has not read is bounded: once it is behind, the sender
 * waits, and a client that stays behind for ten seconds is closed.
 */
export function openEventStream(res: Response, { onCaughtUp, onClose }: EventStreamHandlers): EventStream {
  let behind: NodeJS.Timeout | undefined
  res.status(200).set({
    'Content-Type': 'text/event-stream; charset=utf-8',
    'Cache-Control': 'no-store, no-transform',
    'X-Accel-Buffering': 'no',
  })
  res.socket?.setNoDelay(true)
  res.on('drain', () => {
    clearTimeout(behind)
    behind = undefined
    onCaughtUp()
  })
  res.once('close', () => {
    clearTimeout(behind)
    onClose()
  })
  const stream: EventStream = {
    isBehind: () => behind !== undefined,
    send(text) {
      if (!res.write(text)) behind ??= setTimeout(() => res.destroy(), behindMaxMs)
    },
    close: () => res.end(),
  }
  stream.send(`retry: ${retryMs}\n\n`)
  return stream
}
