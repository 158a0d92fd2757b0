import type { Order } from '@onhand/contract/orders'
import { checkOut } from '../../lib/api.ts'
import { isRefusal, NoAnswer, Refusal } from '../../lib/api-errors.ts'
import type { Attempt } from './attempt.ts'

/** How long to wait before each further try. */
const retryDelaysMs = [1_000, 2_000, 4_000]
const retryDelayMaxMs = 30_000

export type Outcome =
  | { kind: 'placed'; order: Order }
  | { kind: 'refused'; refusal: Refusal }
  /** Nobody knows yet; the same attempt can be sent again at any time. */
  | { kind: 'unanswered' }

interface PlaceOrderOptions {
  /** The first try had no answer; it goes on by itself. */
  onRetry(): void
  send?: (attempt: Attempt) => Promise<Order>
  pause?: (ms: number) => Promise<void>
}

/** Sends an attempt until it is answered, a few times. The key stays the same, so it makes at most one order. */
export async function placeOrder(attempt: Attempt, options: PlaceOrderOptions): Promise<Outcome> {
  const { onRetry, send = sendAttempt, pause = sleep } = options
  let mayBePlaced = false
  for (const delayMs of [...retryDelaysMs, undefined]) {
    try {
      return { kind: 'placed', order: await send(attempt) }
    } catch (error) {
      // Whoever is signed out between two tries does not know what became of the first.
      if (mayBePlaced && isRefusal(error, 'not_signed_in')) break
      if (!isUnanswered(error)) return { kind: 'refused', refusal: refusalOrThrow(error) }
      mayBePlaced = true
      if (delayMs === undefined) break
      onRetry()
      await pause(Math.min(retryDelayMaxMs, Math.max(delayMs, error.retryAfterMs ?? 0)))
    }
  }
  return { kind: 'unanswered' }
}

/** True when the order may or may not have been placed, or the shop asks to come back. */
function isUnanswered(error: unknown): error is NoAnswer | Refusal {
  if (!(error instanceof Refusal)) return error instanceof NoAnswer
  const { status } = error.problem
  return status >= 500 || status === 429
}

function refusalOrThrow(error: unknown): Refusal {
  if (error instanceof Refusal) return error
  throw error
}

function sendAttempt({ body, key, shopper }: Attempt): Promise<Order> {
  return checkOut(body, key, shopper)
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
