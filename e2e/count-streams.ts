import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage, ServerResponse } from 'node:http'

export interface StreamCount {
  /** Stock streams asked for since the shop opened. */
  opened: number
  /** Stock streams that are open now. */
  open: number
}

/** Counts the stock streams of this process on its own side of the wire. Call it before the server listens. */
export function countStreams(): () => StreamCount {
  const count = { opened: 0, open: 0 }
  subscribe('http.server.request.start', (message) => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse }
    if (!request.url?.startsWith('/api/stock/stream')) return
    count.opened += 1
    count.open += 1
    response.once('close', () => {
      count.open -= 1
    })
  })
  return () => ({ ...count })
}
