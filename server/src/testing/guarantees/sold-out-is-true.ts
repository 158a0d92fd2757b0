import { problem } from '@onhand/contract/errors'
import type { LoggedCheckout } from '../buying-client.ts'
import { anyTime, decidedWithin, type Interval, ordersDecidedWithin } from './decided-within.ts'
import type { LedgerRow, Records } from './read-records.ts'

/**
 * G9: when a request is refused for want of stock, there was too little at some moment inside the request.
 *
 * The shortage names the version it was read at, and the ledger tells what that version left. It was the current version at
 * some moment inside the request unless it was made only after the request had ended, so that its order was asked for later, or
 * was followed already when the request began, so that the order of a later version was answered earlier. Moments are
 * compared by the clock of the one client alone, and intervals are as wide as can be, so nothing true is ever found false.
 */
export function findFalseShortages({ ledger }: Records, log: readonly LoggedCheckout[]): string[] {
  const within = decidedWithin(log)
  const lives = livesOfVersions(ledger, log)
  return log.flatMap((one) => {
    if (one.answer?.status !== 409) return []
    const { shortages = [] } = problem.parse(JSON.parse(one.answer.text))
    if (shortages.length === 0) return [`G9: ${one.answer.text} names no shortage`]
    const { startedMs, endedMs } = within(one)
    return shortages.flatMap(({ productId, requested, available, version }) => {
      const left = version === 0 ? 0 : ledger.get(productId)?.[version - 1]?.stock_after
      const wanted = one.items.find((item) => item.productId === productId)?.quantity
      const life = lives.get(productId)?.[version] ?? anyTime
      const claim = `G9: "${available} left of ${productId} at version ${version}, ${requested} wanted"`
      if (left !== available) return [`${claim}, but that version left ${left}`]
      if (requested !== wanted || requested <= available) return [`${claim}, but ${wanted} were asked for`]
      if (life.startedMs > endedMs) return [`${claim}, but it was made later`]
      if (life.endedMs < startedMs) return [`${claim}, but there was a newer one before the request`]
      return []
    })
  })
}

/** For each version of a product, from 0: the moment before which it cannot have been made, and that after which it is old. */
function livesOfVersions(
  ledger: ReadonlyMap<string, readonly LedgerRow[]>,
  log: readonly LoggedCheckout[],
): ReadonlyMap<string, readonly Interval[]> {
  const orders = ordersDecidedWithin(log)
  return new Map(
    [...ledger].map(([productId, movements]) => {
      const made = [anyTime, ...movements.map(({ cause }) => orders.get(cause) ?? anyTime)]
      let followedMs = Number.POSITIVE_INFINITY
      const lives = made.toReversed().map(({ startedMs, endedMs }) => {
        const life = { startedMs, endedMs: followedMs }
        followedMs = Math.min(followedMs, endedMs)
        return life
      })
      return [productId, lives.toReversed()]
    }),
  )
}
