import type { StockLevel } from '@onhand/contract/stock-events'
import { createParser } from 'eventsource-parser'
import { whenOver } from './when-over.ts'

const reconnectMs = 20

/** A page that watches the stock and comes back when its stream breaks. */
export interface StockWatch {
  /** All that it was told, in the order in which it came. */
  readonly told: readonly StockLevel[]
  /** Settles with the first thing that it is told. */
  readonly opened: Promise<void>
}

/** @param url where to connect, asked before each connection, so that a page can come back to another process */
export function watchStock(url: () => string): StockWatch {
  const told: StockLevel[] = []
  const opening = Promise.withResolvers<void>()
  const controller = new AbortController()
  whenOver(() => controller.abort())
  const tell = (levels: readonly StockLevel[]): void => {
    told.push(...levels)
    opening.resolve()
  }
  void watch(url, tell, controller.signal)
  return { told, opened: opening.promise }
}

async function watch(
  url: () => string,
  tell: (levels: readonly StockLevel[]) => void,
  signal: AbortSignal,
): Promise<void> {
  let lastId: string | undefined
  const parser = createParser({
    onEvent({ id, data }) {
      lastId = id
      const { stock, changes } = JSON.parse(data)
      tell(stock ?? changes ?? [])
    },
  })
  while (!signal.aborted) {
    const headers: Record<string, string> = lastId === undefined ? {} : { 'Last-Event-ID': lastId }
    await readOnce(`${url()}/api/stock/stream`, { headers, signal }, (text) => parser.feed(text)).catch(
      () => {},
    )
    parser.reset()
    await new Promise((resolve) => setTimeout(resolve, reconnectMs))
  }
}

async function readOnce(url: string, init: RequestInit, feed: (text: string) => void): Promise<void> {
  const response = await fetch(url, init)
  const decoder = new TextDecoder()
  for await (const chunk of response.body ?? []) feed(decoder.decode(chunk, { stream: true }))
}
