import { randomUUID } from 'node:crypto'

/**
 * At most one event in this time: in a rush many sales of one product become one event, while in a quiet shop a change is
 * told at once.
 */
const tickMs = 10
/** Events kept for those who come back; older ones are answered with a snapshot. */
const historyMax = 1_000

/** What changed in one tick, of each thing only its last state. */
interface FeedEvent<T> {
  /** `<epoch>:<sequence>`; the epoch is another one after each restart. */
  readonly id: string
  readonly changes: readonly T[]
}

/** Publish and subscribe for states that replace each other, such as what there is of a product. */
export interface Feed<T> {
  /** Tells all subscribers, merged with what else falls into the tick. */
  publish(changes: readonly T[]): void
  /** Calls `listener` for each later event until the returned function is called. */
  subscribe(listener: (event: FeedEvent<T>) => void): () => void
  /** The id of the last event that was told. */
  lastId(): string
  /** What changed after the event with this id, merged; undefined when that is not known any more, or the id is not ours. */
  since(id: string): readonly T[] | undefined
}

interface FeedOptions<T> {
  /** What a state is about: of one key only the newest state counts. */
  readonly keyOf: (change: T) => string
  readonly isNewer: (change: T, than: T) => boolean
}

export function createFeed<T>({ keyOf, isNewer }: FeedOptions<T>): Feed<T> {
  const epoch = randomUUID().slice(0, 8)
  const listeners = new Set<(event: FeedEvent<T>) => void>()
  const history: Array<readonly T[]> = []
  let sequence = 0
  let toldAt = Number.NEGATIVE_INFINITY
  let gathered = new Map<string, T>()

  function gather(into: Map<string, T>, changes: readonly T[]): void {
    for (const change of changes) {
      const known = into.get(keyOf(change))
      if (known === undefined || isNewer(change, known)) into.set(keyOf(change), change)
    }
  }

  function tell(): void {
    const changes = [...gathered.values()]
    gathered = new Map()
    toldAt = performance.now()
    sequence += 1
    history.push(changes)
    if (history.length > historyMax) history.shift()
    const event = { id: `${epoch}:${sequence}`, changes }
    for (const listener of listeners) listener(event)
  }

  return {
    publish(changes) {
      if (changes.length === 0) return
      if (gathered.size === 0) setTimeout(tell, Math.max(0, toldAt + tickMs - performance.now()))
      gather(gathered, changes)
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    lastId: () => `${epoch}:${sequence}`,
    since(id) {
      const match = /^(\w+):(\d{1,15})$/.exec(id)
      const missed = sequence - Number(match?.[2])
      if (match?.[1] !== epoch || missed < 0 || missed > history.length) return undefined
      const merged = new Map<string, T>()
      for (const changes of missed === 0 ? [] : history.slice(-missed)) gather(merged, changes)
      return [...merged.values()]
    },
  }
}
