import type { CatalogChange, StockLevel } from '@onhand/contract/stock-events'
import { createParser, type EventSourceMessage } from 'eventsource-parser'
import type { Shape } from '../shapes.ts'
import { isCatalogChange, isStockChanges, isStockSnapshot, type StockSnapshot } from './stock-shapes.ts'

/** Far above any real event; a stream that sends more without an end is broken. */
const eventLengthMax = 16_000_000

export interface StreamListener<Told> {
  /** What an event tells, or undefined for a kind of event that tells nothing here. */
  parse(event: EventSourceMessage): Told | undefined
  /** Something arrived, be it only a heartbeat. */
  onHeard(): void
  /** Something was told. Whoever comes back with `eventId` will get what follows it. */
  onTold(told: Told, eventId: string | undefined): void
  /** How long the server wants a reader to wait before it comes back. */
  onRetry(ms: number): void
}

/**
 * Reads a stream of events to its end.
 *
 * @throws when it breaks off, or says something that is not as agreed
 */
export async function readEvents<Told>(
  body: ReadableStream<Uint8Array>,
  listener: StreamListener<Told>,
): Promise<void> {
  const parser = createParser({
    maxBufferSize: eventLengthMax,
    onRetry: listener.onRetry,
    onEvent: (event) => {
      const told = listener.parse(event)
      if (told !== undefined) listener.onTold(told, event.id)
    },
  })
  const decoder = new TextDecoder()
  const reader = body.getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return
    listener.onHeard()
    parser.feed(decoder.decode(value, { stream: true }))
  }
}

/** What an event of the stock stream tells. */
export interface StockNews {
  readonly stock: readonly StockLevel[]
  /** True when `stock` is all that was asked for: what is missing there is not for sale. */
  readonly whole: boolean
  readonly catalog: CatalogChange[]
  /** The state of the catalog by now, if that is told. */
  readonly catalogRevision: number | undefined
}

/** The news of an event, or undefined for a kind of event that tells none. */
export function stockNewsOf({ event, data }: EventSourceMessage): StockNews | undefined {
  if (event === 'snapshot') return wholeNewsOf(read(isStockSnapshot, data))
  const nothing: StockNews = { stock: [], whole: false, catalog: [], catalogRevision: undefined }
  if (event === 'stock') return { ...nothing, stock: read(isStockChanges, data).changes }
  if (event !== 'catalog') return undefined
  const change = read(isCatalogChange, data)
  return { ...nothing, catalog: [change], catalogRevision: change.catalogRevision }
}

function read<T>(shape: Shape<T>, data: string): T {
  const value: unknown = JSON.parse(data)
  if (!shape(value)) throw new Error(`An event of the stream is not as agreed: ${data.slice(0, 200)}`)
  return value
}

/** What an answer tells that holds all that was asked for. */
export function wholeNewsOf({ stock, catalogRevision }: StockSnapshot): StockNews {
  return { stock, whole: true, catalog: [], catalogRevision }
}
