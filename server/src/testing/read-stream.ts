import type { StockLevel } from '@onhand/contract/stock-events'
import { createParser, type EventSourceMessage } from 'eventsource-parser'
import { eventually } from './eventually.ts'
import { whenOver } from './when-over.ts'

export interface StreamReader {
  readonly status: number
  readonly headers: Headers
  readonly events: EventSourceMessage[]
  /** The first `retry:` that came, in milliseconds. */
  readonly retryMs: () => number | undefined
  readonly comments: () => number
  /** All levels that were told, in the order in which they came. */
  readonly levels: () => StockLevel[]
  /** Whether the server has ended it. */
  readonly ended: () => boolean
  /** Waits until the level of a product has been told, by snapshot or change, and returns it. */
  untilVersion(productId: string, version: number): Promise<{ stock: number; version: number }>
  close(): void
}

/** Opens an event stream and collects what comes. */
export async function readStream(
  url: string,
  query = '',
  headers: Record<string, string> = {},
  path = '/api/stock/stream',
): Promise<StreamReader> {
  const controller = new AbortController()
  const response = await fetch(`${url}${path}${query}`, { headers, signal: controller.signal })
  const events: EventSourceMessage[] = []
  let retryMs: number | undefined
  let comments = 0
  const parser = createParser({
    onEvent: (event) => void events.push(event),
    onRetry: (milliseconds) => {
      retryMs = milliseconds
    },
    onComment: () => {
      comments += 1
    },
  })
  let ended = false
  void feedParser(response, (text) => parser.feed(text)).then(() => {
    ended = true
  })
  whenOver(() => controller.abort())
  const levels = (): StockLevel[] =>
    events.flatMap(({ data }) => {
      const { stock, changes } = JSON.parse(data)
      return stock ?? changes ?? []
    })
  return {
    status: response.status,
    headers: response.headers,
    events,
    retryMs: () => retryMs,
    comments: () => comments,
    levels,
    ended: () => ended,
    untilVersion: (productId, version) =>
      eventually(
        () => {
          const level = levels().findLast((one) => one.productId === productId && one.version >= version)
          if (!level) throw new Error(`version ${version} of ${productId} has not come`)
          return level
        },
        { timeout: 30_000, interval: 5 },
      ),
    close: () => controller.abort(),
  }
}

async function feedParser(response: Response, feed: (text: string) => void): Promise<void> {
  const decoder = new TextDecoder()
  try {
    for await (const chunk of response.body ?? []) feed(decoder.decode(chunk, { stream: true }))
  } catch (error) {
    if ((error as Error).name !== 'AbortError' && (error as Error).message !== 'terminated') throw error
  }
}
