import { type CheckoutRequest, checkoutRequest, idempotencyKey } from '@onhand/contract/checkout'
import * as z from 'zod/mini'
import { randomId } from '../../lib/random-id.ts'

const attemptKey = 'onhand-checkout-attempt'

const attempt = z.object({ key: idempotencyKey, body: checkoutRequest })

/** One try to buy something: what, and the key under which the shop knows it, however often it is sent. */
export interface Attempt {
  key: string
  body: CheckoutRequest
}

export type AttemptKeeper = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/** The attempt to buy just this: the one under way if it is the same, else a new one in its place. */
export function attemptFor(body: CheckoutRequest, keeper: AttemptKeeper): Attempt {
  const underWay = unfinishedAttempt(keeper)
  if (underWay && JSON.stringify(underWay.body) === JSON.stringify(body)) return underWay
  const fresh = { key: randomId(), body }
  try {
    keeper.setItem(attemptKey, JSON.stringify(fresh))
  } catch {
    // Without storage the attempt still holds for as long as the page.
  }
  return fresh
}

/** An attempt that was sent and has had no final answer; it outlives a reload. */
export function unfinishedAttempt(keeper: AttemptKeeper): Attempt | undefined {
  try {
    return attempt.parse(JSON.parse(keeper.getItem(attemptKey) ?? ''))
  } catch {
    return undefined
  }
}

/** To be called on a final answer, yes or no. */
export function finishAttempt(keeper: AttemptKeeper): void {
  try {
    keeper.removeItem(attemptKey)
  } catch {
    // Nothing was kept then.
  }
}
