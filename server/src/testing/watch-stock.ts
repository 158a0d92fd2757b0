import type { StockLevel } from '@onhand/contract/stock-events'
import { createParser } from 'eventsource-parser'
import { whenOver } from './when-over.ts'

const reconnectMs = 20

/** A page that watches the stock and comes back when its stream breaks. */
export interface StockWatch {
  /** All that it was told, in the order in which it came. */
  readonly told: readonly StockLevel[]
}

/** @param url where to connect, asked before each connection, so that a page can come back to another process */
export function watchStock(url: () => string): StockWatch {
  const told: StockLevel[] = []
  const controller = new AbortController()
  whenOver(() => controller.abort())
  void watch(url, told, controller.signal)
  return { told }
}

async function watch(url: () => string, told: StockLevel[], signal: AbortSignal): Promise<void> {
  let lastId: string | undefined
  const parser = createParser({
    onEvent({ id, data }) {
      lastId = id
      const { stock, changes } = JSON.parse(data)
      told.push(...(stock ?? changes ?? []))
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
