import { type CheckoutRequest, checkoutRequest, idempotencyKey } from '@onhand/contract/checkout'
import * as z from 'zod/mini'
import { randomId } from '../../lib/random-id.ts'
import type { TextStorage } from '../../lib/text-storage.ts'
import { attemptKey } from './forget-attempt.ts'

const attempt = z.object({ key: idempotencyKey, body: checkoutRequest, shopper: z.optional(z.string()) })

/**
 * One try to buy something: what, for whom, and the key under which the shop knows it, however often it is sent. Keys
 * are each shopper's own, so it is always sent as whoever began it.
 */
export interface Attempt {
  key: string
  body: CheckoutRequest
  /** Undefined for a guest. */
  shopper?: string | undefined
}

/** The attempt to buy just this: the one under way if it is the same, else a new one in its place. */
export function attemptFor(body: CheckoutRequest, storage: TextStorage, shopper?: string): Attempt {
  const underWay = unfinishedAttempt(storage, shopper)
  if (underWay && isFor(underWay, body)) return underWay
  const fresh = { key: randomId(), body, shopper }
  storage.setItem(attemptKey, JSON.stringify(fresh))
  return fresh
}

/** True when the attempt is to buy just this. */
export function isFor({ body }: Attempt, other: CheckoutRequest): boolean {
  return JSON.stringify(body) === JSON.stringify(other)
}

/**
 * An attempt that was sent, by whichever tab, and has had no final answer; it outlives a reload.
 *
 * @param shopper who would send it again: another shopper's attempt is nobody else's business, a guest's is the browser's
 */
export function unfinishedAttempt(storage: TextStorage, shopper?: string): Attempt | undefined {
  const known = keptAttempt(storage)
  return known?.shopper === undefined || known.shopper === shopper ? known : undefined
}

/** To be called on a final answer, yes or no. Returns false when the attempt was finished before. */
export function finishAttempt(storage: TextStorage, key: string): boolean {
  if (keptAttempt(storage)?.key !== key) return false
  storage.removeItem(attemptKey)
  return true
}

function keptAttempt(storage: TextStorage): Attempt | undefined {
  try {
    return attempt.parse(JSON.parse(storage.getItem(attemptKey) ?? 'null'))
  } catch {
    return undefined
  }
}

/** Calls `listener` when another tab begins or finishes an attempt. Returns a function that ends it. */
export function followAttempts(listener: () => void): () => void {
  const events = new AbortController()
  const { signal } = events
  addEventListener('storage', ({ key }) => (key === attemptKey || key === null ? listener() : undefined), {
    signal,
  })
  // A page out of the back-forward cache has missed what happened meanwhile.
  addEventListener('pageshow', ({ persisted }) => persisted && listener(), { signal })
  return () => events.abort()
}
