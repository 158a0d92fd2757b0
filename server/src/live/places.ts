import { randomInt } from 'node:crypto'
import { Refusal } from '../refusal.ts'

/** Who is refused asks again after a time between these, each another. */
const retryAfterMinSeconds = 5
const retryAfterMaxSeconds = 15

export interface PlacesOptions {
  readonly inAllMax: number
  readonly perHolderMax: number
}

/** A bounded number of places, of which one holder may have only so many. */
export interface Places {
  /**
   * @param holder undefined for somebody of whom nothing is known: only all places together are limited then
   * @returns gives the place back
   * @throws Refusal `unavailable` when all are taken, or all that this holder may have
   */
  take(holder: string | undefined): () => void
  /** Refuses everybody from now on. */
  close(): void
}

export function createPlaces({ inAllMax, perHolderMax }: PlacesOptions): Places {
  const taken = new Map<string, number>()
  let inAll = 0
  let closed = false

  return {
    take(holder) {
      const own = holder === undefined ? 0 : (taken.get(holder) ?? 0)
      if (closed || inAll >= inAllMax || own >= perHolderMax) {
        throw new Refusal('unavailable', 'Too many pages are connected at the moment. Please try again.', {
          retryAfterSeconds: randomInt(retryAfterMinSeconds, retryAfterMaxSeconds + 1),
        })
      }
      inAll += 1
      if (holder !== undefined) taken.set(holder, own + 1)
      return () => {
        inAll -= 1
        if (holder === undefined) return
        const left = (taken.get(holder) ?? 0) - 1
        if (left > 0) taken.set(holder, left)
        else taken.delete(holder)
      }
    },
    close() {
      closed = true
    },
  }
}
