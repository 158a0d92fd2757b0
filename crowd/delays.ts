import { createHistogram } from 'node:perf_hooks'

/** Longer ones count as this. */
const delayMaxMs = 600_000

export interface DelaySummary {
  readonly count: number
  readonly medianMs: number
  readonly p99Ms: number
  readonly maxMs: number
}

/** Any number of delays in constant memory, to three figures. */
export interface Delays {
  /** What arrived before it was expected counts as 0. */
  add(delayMs: number): void
  summary(): DelaySummary
}

export function createDelays(): Delays {
  const microseconds = createHistogram({ lowest: 1, highest: delayMaxMs * 1_000, figures: 3 })
  const percentileMs = (percentile: number) => microseconds.percentile(percentile) / 1_000
  return {
    add: (delayMs) => microseconds.record(Math.max(1, Math.round(Math.min(delayMs, delayMaxMs) * 1_000))),
    summary() {
      if (microseconds.count === 0) return { count: 0, medianMs: 0, p99Ms: 0, maxMs: 0 }
      return {
        count: microseconds.count,
        medianMs: percentileMs(50),
        p99Ms: percentileMs(99),
        maxMs: percentileMs(100),
      }
    },
  }
}
