import type { EventStream } from '../live/event-stream.ts'

/** Everybody who wants the same products, and so is sent the same bytes. */
export interface Audience {
  readonly key: string
  /** Undefined for all. */
  readonly productIds: ReadonlySet<string> | undefined
  /** Whether they want the news of all products besides. */
  readonly wholeCatalog: boolean
  readonly members: Set<Subscriber>
  /** What its members are told at the moment. */
  bytes: Buffer
}

export interface Subscriber {
  readonly stream: EventStream
  readonly audience: Audience
  /** The last event that it was told of; undefined until it was told what there is. */
  told: number | undefined
  /** The last event before it asked for a snapshot. */
  asked: number
}

const nothing = Buffer.alloc(0)

interface Wanted {
  readonly productIds: readonly string[] | undefined
  readonly wholeCatalog: boolean
}

/** All audiences there are; one without members is forgotten. */
export interface Audiences {
  /** Adds somebody to the audience of these products. */
  join(wanted: Wanted, stream: EventStream): Subscriber
  leave(subscriber: Subscriber): void
  /** Everybody, one audience after the other, for each of which `prepare` is called first. */
  everybody(prepare: (audience: Audience) => void): Iterable<Subscriber>
}

export function createAudiences(): Audiences {
  const audiences = new Map<string, Audience>()

  function audienceOf({ productIds, wholeCatalog }: Wanted): Audience {
    const wanted = productIds && [...new Set(productIds)].sort()
    const key = `${wholeCatalog ? 'all' : ''} ${wanted?.join() ?? ''}`
    const known = audiences.get(key)
    if (known) return known
    const audience = {
      key,
      productIds: wanted && new Set(wanted),
      wholeCatalog,
      members: new Set<Subscriber>(),
      bytes: nothing,
    }
    audiences.set(key, audience)
    return audience
  }

  return {
    join(wanted, stream) {
      const audience = audienceOf(wanted)
      const subscriber: Subscriber = { stream, audience, told: undefined, asked: 0 }
      audience.members.add(subscriber)
      return subscriber
    },
    leave(subscriber) {
      const { key, members } = subscriber.audience
      members.delete(subscriber)
      if (members.size === 0) audiences.delete(key)
    },
    *everybody(prepare) {
      for (const audience of audiences.values()) {
        prepare(audience)
        yield* audience.members
      }
    },
  }
}
