import { type CheckoutRequest, checkoutRequest, idempotencyKey } from '@onhand/contract/checkout'
import * as z from 'zod/mini'
import { randomId } from '../../lib/random-id.ts'
import type { TextStorage } from '../../lib/text-storage.ts'

const attemptKey = 'onhand-checkout-attempt'

const attempt = z.object({ key: idempotencyKey, body: checkoutRequest })

/** One try to buy something: what, and the key under which the shop knows it, however often it is sent. */
export interface Attempt {
  key: string
  body: CheckoutRequest
}

/** The attempt to buy just this: the one under way if it is the same, else a new one in its place. */
export function attemptFor(body: CheckoutRequest, storage: TextStorage): Attempt {
  const underWay = unfinishedAttempt(storage)
  if (underWay && isFor(underWay, body)) return underWay
  const fresh = { key: randomId(), body }
  storage.setItem(attemptKey, JSON.stringify(fresh))
  return fresh
}

/** True when the attempt is to buy just this. */
export function isFor({ body }: Attempt, other: CheckoutRequest): boolean {
  return JSON.stringify(body) === JSON.stringify(other)
}

/** An attempt that was sent, by whichever tab, and has had no final answer; it outlives a reload. */
export function unfinishedAttempt(storage: TextStorage): Attempt | undefined {
  try {
    return attempt.parse(JSON.parse(storage.getItem(attemptKey) ?? 'null'))
  } catch {
    return undefined
  }
}

/** To be called on a final answer, yes or no. Returns false when the attempt was finished before. */
export function finishAttempt(storage: TextStorage, key: string): boolean {
  if (unfinishedAttempt(storage)?.key !== key) return false
  storage.removeItem(attemptKey)
  return true
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
