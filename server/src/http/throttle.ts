import { isIPv6 } from 'node:net'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { Refusal } from '../refusal.ts'

interface Limit {
  /** So many in `seconds`. */
  readonly points: number
  readonly seconds: number
}

/** Counts what is done under a key, in this process. */
export interface Throttle {
  /** @throws Refusal `too_many_requests` once the limit is reached, until its time is over */
  take(key: string): Promise<void>
  /** Starts the key's count anew. */
  forgive(key: string): Promise<void>
}

export function createThrottle({ points, seconds }: Limit): Throttle {
  const limiter = new RateLimiterMemory({ points, duration: seconds })
  return {
    async take(key) {
      try {
        await limiter.consume(key)
      } catch (error) {
        if (!(error instanceof RateLimiterRes)) throw error
        throw new Refusal('too_many_requests', 'Too many tries. Please wait before the next one.', {
          retryAfterSeconds: Math.max(1, Math.ceil(error.msBeforeNext / 1_000)),
          cause: error,
        })
      }
    },
    async forgive(key) {
      await limiter.delete(key)
    },
  }
}

/** What one sender's addresses have in common: a household has 2^64 addresses of IPv6, which count as one. */
export function senderOf(address: string | undefined): string {
  if (address === undefined) return 'unknown'
  const plain = address.replace(/^::ffff:/, '')
  return isIPv6(plain) ? networkOf(plain) : plain
}

/** The first 64 of 128 bits. */
function networkOf(address: string): string {
  const [head = '', tail] = address.split('::')
  const before = head.split(':').filter((part) => part !== '')
  const after = tail === undefined ? [] : tail.split(':').filter((part) => part !== '')
  const zeros = Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => '0')
  return [...before, ...zeros, ...after].slice(0, 4).join(':')
}
