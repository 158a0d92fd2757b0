import type { LoggedCheckout } from '../buying-client.ts'
import { anyTime, ordersDecidedWithin } from './decided-within.ts'
import type { Records } from './read-records.ts'

/** G7: of two orders of one product, when the first was answered before the second was asked for, its version is lower. */
export function findOvertaking({ ledger }: Records, log: readonly LoggedCheckout[]): string[] {
  const orders = ordersDecidedWithin(log)
  const findings: string[] = []
  for (const [productId, movements] of ledger) {
    let earliest = { endedMs: Number.POSITIVE_INFINITY, version: 0 }
    for (const { cause, version } of movements.toReversed()) {
      const { startedMs, endedMs } = orders.get(cause) ?? anyTime
      if (earliest.endedMs < startedMs)
        findings.push(
          `G7: version ${earliest.version} of ${productId} was answered before version ${version} was asked for`,
        )
      if (endedMs < earliest.endedMs) earliest = { endedMs, version }
    }
  }
  return findings
}
