import { type StockLevel, stockChanges, stockSnapshot } from '@onhand/contract/stock-events'
import { createParser, type EventSourceMessage } from 'eventsource-parser'

/** Far above any real event; a stream that sends more without an end is broken. */
const eventLengthMax = 16_000_000

export interface StreamListener<Told> {
  /** What an event tells, or undefined for a kind of event that tells nothing here. */
  parse(event: EventSourceMessage): Told | undefined
  /** Something arrived, be it only a heartbeat. */
  onHeard(): void
  /** Something was told. Whoever comes back with `eventId` will get what follows it. */
  onTold(told: Told, eventId: string | undefined): void
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

/** The stock that an event tells, or undefined for a kind of event that tells none. */
export function levelsOf(event: EventSourceMessage): StockLevel[] | undefined {
  if (event.event === 'snapshot') return stockSnapshot.parse(JSON.parse(event.data)).stock
  if (event.event === 'stock') return stockChanges.parse(JSON.parse(event.data)).changes
  return undefined
}
