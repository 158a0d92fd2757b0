import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { Refusal } from '../refusal.ts'

export interface Limit {
  /** So many in `seconds`. */
  readonly points: number
  readonly seconds: number
}

/** Counts what is done under a key. */
export interface Throttle {
  /** @throws Refusal `too_many_requests` once the limit is reached, until its time is over */
  take(key: string): Promise<void>
  /** Starts the key's count anew. */
  forgive(key: string): Promise<void>
}

/** A throttle that counts in this process. */
export function createThrottle({ points, seconds }: Limit): Throttle {
  const limiter = new RateLimiterMemory({ points, duration: seconds })
  return {
    async take(key) {
      try {
        await limiter.consume(key)
      } catch (error) {
        if (!(error instanceof RateLimiterRes)) throw error
        throw tooManyTries(error.msBeforeNext)
      }
    },
    async forgive(key) {
      await limiter.delete(key)
    },
  }
}

/** @param waitMs until the next try is taken */
export function tooManyTries(waitMs: number): Refusal {
  return new Refusal('too_many_requests', 'Too many tries. Please wait before the next one.', {
    retryAfterSeconds: Math.max(1, Math.ceil(waitMs / 1_000)),
  })
}

/** What one sender's addresses have in common: a household has 2^64 addresses of IPv6, which count as one. */
export function senderOf(address: string | undefined): string {
  if (address === undefined) return 'unknown'
  const plain = address.startsWith('::ffff:') ? address.slice('::ffff:'.length) : address
  return plain.includes(':') ? networkOf(plain) : plain
}

/** The first 64 of 128 bits. */
function networkOf(address: string): string {
  const first = address.split(':', 4)
  if (first.length === 4 && !first.includes('')) return first.join(':')
  const [head = '', tail] = address.split('::')
  const before = head.split(':').filter((part) => part !== '')
  const after = tail === undefined ? [] : tail.split(':').filter((part) => part !== '')
  const zeros = Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => '0')
  return [...before, ...zeros, ...after].slice(0, 4).join(':')
}
