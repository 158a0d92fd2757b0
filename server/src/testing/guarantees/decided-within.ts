import type { LoggedCheckout } from '../buying-client.ts'

/** The moments between which something was decided, by the client's clock. */
export interface Interval {
  readonly startedMs: number
  readonly endedMs: number
}

/** Nothing is known of when it was. */
export const anyTime: Interval = {
  startedMs: Number.NEGATIVE_INFINITY,
  endedMs: Number.POSITIVE_INFINITY,
}

/** Whether an answer settles its key: bought, too little, or no such product. */
export function isDecision({ answer }: LoggedCheckout): boolean {
  return answer !== undefined && [201, 404, 409].includes(answer.status)
}

/**
 * When each request was decided, as far as its clients can know: not before the first request with its key was sent, and
 * not after the first answer to that key was read. A request without a key stands for itself.
 */
export function decidedWithin(log: readonly LoggedCheckout[]): (one: LoggedCheckout) => Interval {
  const byKey = new Map<string, Interval>()
  for (const one of log) {
    if (one.key === undefined) continue
    const { startedMs, endedMs } = byKey.get(one.key) ?? {
      startedMs: Number.POSITIVE_INFINITY,
      endedMs: Number.POSITIVE_INFINITY,
    }
    byKey.set(one.key, {
      startedMs: Math.min(startedMs, one.startedMs),
      endedMs: isDecision(one) ? Math.min(endedMs, one.endedMs) : endedMs,
    })
  }
  return (one) => (one.key === undefined ? one : byKey.get(one.key)) ?? one
}

/** When each order that a client was answered with was decided, by its id. */
export function ordersDecidedWithin(log: readonly LoggedCheckout[]): ReadonlyMap<string, Interval> {
  const within = decidedWithin(log)
  const orders = new Map<string, Interval>()
  for (const one of log) {
    if (one.answer?.status === 201) orders.set(JSON.parse(one.answer.text).order.id, within(one))
  }
  return orders
}
