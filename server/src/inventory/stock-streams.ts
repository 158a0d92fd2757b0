import type { StockLevel } from '@onhand/contract/stock-events'
import type { Response } from 'express'
import type { Db } from '../database/database.ts'
import { createEventStreams } from '../live/event-streams.ts'
import { inBatches } from '../live/in-batches.ts'
import { inSlices } from '../live/in-slices.ts'
import { type Audience, createAudiences, type Subscriber } from './audiences.ts'
import { encodeChanges, encodeSnapshot } from './encode-stock.ts'
import { followWithdrawn } from './follow-withdrawn.ts'
import { selectStockForSale } from './queries.ts'
import { readStockFor } from './read-stock.ts'
import { isCatalogEvent, isStockLevel, type StockEvent, type StockFeed } from './stock-feed.ts'

/** Open streams in one process; leaves room for requests among the 20,000 files that a process may have open. */
const streamsMax = 12_000
/** Of one address: a school, or a phone company, has many shoppers behind one. */
const streamsPerSenderMax = 2_000
/** Encoded for those who come back between two events, most of whom missed the same. */
const keptMax = 1_000

interface Wanted {
  /** Whom the address stands for; undefined where it says nothing. */
  readonly sender: string | undefined
  /** Undefined for all. */
  readonly productIds: readonly string[] | undefined
  /** Whether to tell the news of all products, also when only some are named. */
  readonly wholeCatalog: boolean
  /** Where the client left off; when that is known, it gets only what it missed. */
  readonly lastEventId: string | undefined
}

/** All open stock streams of this process. */
export interface StockStreams {
  /**
   * Answers with a stream of the products wanted.
   *
   * @throws Refusal `unavailable` when too many streams are open, in all or for this sender
   */
  open(res: Response, wanted: Wanted): void
  /** How many are open. */
  readonly size: number
  /** Ends all streams and lets nobody in any more. */
  close(): void
}

/** @param onError told when the stock could not be read; those who wait for it are let go, and come back */
export async function createStockStreams(
  db: Db,
  feed: StockFeed,
  onError: (error: unknown) => void,
): Promise<StockStreams> {
  const streams = createEventStreams({ inAllMax: streamsMax, perHolderMax: streamsPerSenderMax })
  const audiences = createAudiences()
  const withdrawn = await followWithdrawn(db, feed)
  /** The highest version of each product that any stream was told. */
  const newest = new Map<string, number>()
  /** What was encoded since the last event, by audience and by where a client left off. */
  const kept = new Map<string, Buffer>()

  /** False for what a snapshot has overtaken, so that no stream goes back; the newer level comes with a later event. */
  function isFresh({ productId, version }: StockLevel): boolean {
    return version >= (newest.get(productId) ?? 0)
  }

  function noteTold(levels: readonly StockLevel[]): void {
    for (const level of levels) if (isFresh(level)) newest.set(level.productId, level.version)
    kept.clear()
  }

  function isForAll(event: StockEvent): boolean {
    return isCatalogEvent(event) || (isFresh(event) && !withdrawn.has(event.productId))
  }

  /** What there is of a product that comes, or comes back, may have been told to nobody. */
  function tellStockOfNew(changes: readonly StockEvent[]): void {
    for (const { productId } of changes.filter(isCatalogEvent).filter(({ change }) => change === 'created')) {
      selectStockForSale(db, [productId]).then(feed.publish, onError)
    }
  }

  const unsubscribe = feed.subscribe(({ sequence, changes }) => {
    const previous = sequence - 1
    tellStockOfNew(changes)
    const told = changes.filter(isForAll)
    noteTold(told.filter(isStockLevel))
    const previousId = feed.idOf(previous)
    const id = feed.idOf(sequence)
    const everybody = audiences.everybody((audience) => {
      audience.bytes = encodeChanges(previousId, id, covered(audience, told), audience.wholeCatalog)
    })
    return inSlices(everybody, (subscriber) => {
      // Whoever is new, or behind, is told later what was missed.
      if (subscriber.told !== previous || subscriber.stream.isBehind()) return
      if (subscriber.audience.bytes.length > 0) subscriber.stream.send(subscriber.audience.bytes)
      subscriber.told = sequence
    })
  })

  const tellAll = inBatches(async (batch: readonly Subscriber[]) => {
    // Taken before the stock is read: who comes back with this id is told too much rather than too little.
    const id = feed.idOf(feed.last())
    const stock = await readStockFor(db, new Set(batch.map(({ audience }) => audience.productIds))).catch(
      onError,
    )
    if (!stock) {
      for (const { stream } of batch) stream.close()
      return
    }
    noteTold(stock)
    const encoded = new Map<Audience, Buffer>()
    await inSlices(batch, (subscriber) => {
      const { audience, stream } = subscriber
      const bytes =
        encoded.get(audience) ?? encodeSnapshot(id, covered(audience, stock), revisionFor(audience))
      encoded.set(audience, bytes)
      // News since it asked are told too, of which a snapshot says nothing.
      subscriber.told = subscriber.asked
      stream.send(bytes)
      if (!stream.isBehind()) catchUp(subscriber)
    })
  })

  /** Of changes that this has heard of already, all that follow are told to it. */
  function revisionFor({ wholeCatalog }: Audience): number | undefined {
    return wholeCatalog ? feed.catalogRevision() : undefined
  }

  /** Puts it in line for a snapshot. */
  function ask(subscriber: Subscriber): void {
    subscriber.asked = feed.last()
    tellAll(subscriber)
  }

  /** Tells in one event what was missed, or everything if that is not known any more. */
  function catchUp(subscriber: Subscriber): void {
    const { audience, stream, told } = subscriber
    if (told === undefined) return
    const missed = missedSince(audience, told)
    subscriber.told = missed && feed.last()
    if (!missed) ask(subscriber)
    else if (missed.length > 0) stream.send(missed)
  }

  function missedSince(audience: Audience, told: number): Buffer | undefined {
    const key = `${told} ${audience.key}`
    const known = kept.get(key)
    if (known) return known
    const changes = feed.since(told)
    if (!changes) return undefined
    const missed = covered(audience, changes.filter(isForAll))
    const bytes = encodeChanges(feed.idOf(told), feed.idOf(feed.last()), missed, audience.wholeCatalog)
    if (kept.size >= keptMax) kept.clear()
    kept.set(key, bytes)
    return bytes
  }

  return {
    get size() {
      return streams.size
    },
    open(res, { sender, productIds, wholeCatalog, lastEventId }) {
      const stream = streams.open(res, sender, {
        onCaughtUp: () => catchUp(subscriber),
        onClose: () => audiences.leave(subscriber),
      })
      const subscriber = audiences.join({ productIds, wholeCatalog }, stream)
      subscriber.told = lastEventId === undefined ? undefined : feed.sequenceOf(lastEventId)
      if (subscriber.told === undefined) return ask(subscriber)
      if (!stream.isBehind()) catchUp(subscriber)
    },
    close() {
      unsubscribe()
      streams.close()
    },
  }
}

function covered<Event extends StockEvent>(
  { productIds, wholeCatalog }: Audience,
  events: readonly Event[],
): readonly Event[] {
  if (!productIds) return events
  return events.filter((event) => productIds.has(event.productId) || (wholeCatalog && isCatalogEvent(event)))
}
