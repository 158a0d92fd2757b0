import { randomUUID } from 'node:crypto'

/**
 * At least this long between two events: in a rush many sales of one product become one event, while in a quiet shop a
 * change is told at once.
 */
const tickMs = 10
/** Things whose last change is remembered for those who come back; who missed more is answered with a snapshot. */
const rememberedMax = 10_000

/** What changed in one tick, of each thing only its last state. */
interface FeedEvent<T> {
  /** One more than that of the event before it. */
  readonly sequence: number
  readonly changes: readonly T[]
}

/** May return a promise: the next event is not made before all listeners are done with the last. */
type Listener<T> = (event: FeedEvent<T>) => unknown

/** Publish and subscribe for states that replace each other, such as what there is of a product. */
export interface Feed<T> {
  /** Tells all subscribers, merged with what else falls into the tick. */
  publish(changes: readonly T[]): void
  /** Calls `listener` for each later event until the returned function is called. */
  subscribe(listener: Listener<T>): () => void
  /** The number of the last event that was told; 0 before the first. */
  last(): number
  /** What changed after the event with this number, merged; undefined when that is not known any more. */
  since(sequence: number): readonly T[] | undefined
  /** What clients know an event by: `<epoch>:<sequence>`, where the epoch is another one after each restart. */
  idOf(sequence: number): string
  /** The number of the event with this id; undefined when it is none of this process. */
  sequenceOf(id: string): number | undefined
}

interface FeedOptions<T> {
  /** What a state is about. */
  readonly keyOf: (change: T) => string
  /** What is left of two changes of one thing; `known` itself when the later one says nothing new. */
  readonly merge: (known: T, change: T) => T
}

export function createFeed<T>({ keyOf, merge }: FeedOptions<T>): Feed<T> {
  const epoch = randomUUID().slice(0, 8)
  const listeners = new Set<Listener<T>>()
  /** The last state of everything that changed, in the order of the changes. */
  const remembered = new Map<string, { readonly sequence: number; readonly change: T }>()
  /** Of what changed up to this event, not all is remembered. */
  let forgottenTo = 0
  let sequence = 0
  let doneAt = Number.NEGATIVE_INFINITY
  /** From when an event is planned until all listeners are done with it. */
  let busy = false
  let gathered = new Map<string, T>()

  function plan(): void {
    if (busy || gathered.size === 0) return
    busy = true
    setTimeout(tell, Math.max(0, doneAt + tickMs - performance.now()))
  }

  function tell(): void {
    const changes = remember(gathered)
    gathered = new Map()
    if (changes.length === 0) {
      finish()
      return
    }
    const event = { sequence, changes }
    const slow = [...listeners].map((listener) => listener(event)).filter((done) => done instanceof Promise)
    if (slow.length === 0) finish()
    else void Promise.allSettled(slow).then(finish)
  }

  function finish(): void {
    busy = false
    doneAt = performance.now()
    plan()
  }

  /** @returns what is new of it */
  function remember(changed: ReadonlyMap<string, T>): T[] {
    const news = [...changed].filter(([key, change]) => {
      const known = remembered.get(key)
      return known === undefined || merge(known.change, change) !== known.change
    })
    if (news.length > 0) sequence += 1
    for (const [key, change] of news) {
      const known = remembered.get(key)
      remembered.delete(key)
      remembered.set(key, { sequence, change: known ? merge(known.change, change) : change })
    }
    forgetOldest()
    return news.map(([, change]) => change)
  }

  function forgetOldest(): void {
    for (const [key, old] of remembered) {
      if (remembered.size <= rememberedMax) return
      remembered.delete(key)
      forgottenTo = old.sequence
    }
  }

  return {
    publish(changes) {
      for (const change of changes) {
        const known = gathered.get(keyOf(change))
        gathered.set(keyOf(change), known === undefined ? change : merge(known, change))
      }
      plan()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    last: () => sequence,
    since(from) {
      if (from < forgottenTo) return undefined
      if (from === sequence) return []
      return [...remembered.values()].flatMap((one) => (one.sequence > from ? [one.change] : []))
    },
    idOf: (of) => `${epoch}:${of}`,
    sequenceOf(id) {
      const match = /^(\w+):(\d{1,15})$/.exec(id)
      const found = Number(match?.[2])
      return match?.[1] === epoch && found <= sequence ? found : undefined
    },
  }
}
