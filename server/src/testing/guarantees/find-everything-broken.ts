import { setTimeout as sleep } from 'node:timers/promises'
import { verifyBooks } from '../../books/verify-books.ts'
import type { Db } from '../../database/database.ts'
import type { LoggedCheckout } from '../buying-client.ts'
import type { StockWatch } from '../watch-stock.ts'
import { findLostOrders } from './answered-orders-exist.ts'
import { findKeysDecidedTwice } from './one-order-a-key.ts'
import { type Records, readRecords } from './read-records.ts'
import { findOvertaking } from './real-time-order.ts'
import { findFalseShortages } from './sold-out-is-true.ts'
import { findPagesBehind, findVersionsGoingBack } from './streams-never-go-back.ts'

/** Several times the poll that heals what a lost message missed. */
const quietMs = 10_000
const lookEveryMs = 50

/** What the outside saw of a trade. */
export interface Seen {
  /** Every request to buy that anybody sent, all by one clock. */
  readonly log: readonly LoggedCheckout[]
  readonly watches?: ReadonlyArray<Pick<StockWatch, 'told'>>
}

/**
 * Holds a database, with nothing under way, against all that was promised: that the books balance (G1, G2, G5, G6), and
 * that everything clients were told is true (G3, G4, G7, G8, G9).
 *
 * @returns what does not hold, each in one line
 */
export async function findEverythingBroken(db: Db, { log, watches = [] }: Seen): Promise<string[]> {
  const { findings } = await verifyBooks(db)
  const records = await readRecords(db)
  return [
    ...findings.map(({ rule, subject, detail }) => `books: ${rule}: ${subject}: ${detail}`),
    ...(await findPagesStillBehind(records, watches)),
    ...findBroken(records, { log, watches }),
  ]
}

/** What does not hold of what clients were told, each in one line that begins with the guarantee's number. */
export function findBroken(records: Records, { log, watches = [] }: Seen): string[] {
  return [
    ...findKeysDecidedTwice(records, log),
    ...findLostOrders(records, log),
    ...findOvertaking(records, log),
    ...findVersionsGoingBack(records, watches),
    ...findFalseShortages(records, log),
  ]
}

/** Pages get their time to be told the last of it. */
async function findPagesStillBehind(
  records: Records,
  watches: NonNullable<Seen['watches']>,
): Promise<string[]> {
  const deadline = performance.now() + quietMs
  for (;;) {
    const findings = findPagesBehind(records, watches)
    if (findings.length === 0 || performance.now() > deadline) return findings
    await sleep(lookEveryMs)
  }
}
