import { expect } from 'vitest'
import type { Db } from '../../database/database.ts'
import type { LoggedCheckout } from '../buying-client.ts'
import { checkBooks } from '../check-books.ts'
import type { StockWatch } from '../watch-stock.ts'
import { findLostOrders } from './answered-orders-exist.ts'
import { findKeysDecidedTwice } from './one-order-a-key.ts'
import { type Records, readRecords } from './read-records.ts'
import { findOvertaking } from './real-time-order.ts'
import { findFalseShortages } from './sold-out-is-true.ts'
import { findPagesBehind, findVersionsGoingBack } from './streams-never-go-back.ts'

/** Findings shown; more of the same would tell no more. */
const findingsMax = 20
/** Several times the poll that heals what a lost message missed. */
const quietMs = 10_000

/** What the outside saw of a test's trade. */
export interface Seen {
  /** Every request to buy that anybody sent, all by one clock. */
  readonly log: readonly LoggedCheckout[]
  readonly watches?: readonly StockWatch[]
}

/**
 * Checks a database, with nothing under way, against all that was promised: that the books balance (G1, G2, G5, G6), and
 * that everything clients were told is true (G3, G4, G7, G8, G9).
 */
export async function checkGuarantees(db: Db, { log, watches = [] }: Seen): Promise<void> {
  await checkBooks(db)
  const records = await readRecords(db)
  await expect
    .poll(() => findPagesBehind(records, watches).slice(0, findingsMax), { timeout: quietMs })
    .toEqual([])
  expect(findBroken(records, { log, watches }).slice(0, findingsMax)).toEqual([])
}

/** What does not hold, each in one line that begins with the guarantee's number. */
export function findBroken(records: Records, { log, watches = [] }: Seen): string[] {
  return [
    ...findKeysDecidedTwice(records, log),
    ...findLostOrders(records, log),
    ...findOvertaking(records, log),
    ...findVersionsGoingBack(records, watches),
    ...findFalseShortages(records, log),
  ]
}
