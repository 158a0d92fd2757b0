import type { DelayMeter } from './delay-meter.ts'
import type { Findings } from './findings.ts'
import type { StockHistory } from './stock-history.ts'
import type { Tally } from './tally.ts'

/** Where the whole crowd writes down what it does and sees. */
export interface Records {
  readonly tally: Tally
  readonly findings: Findings
  readonly history: StockHistory
  readonly delays: DelayMeter
}
