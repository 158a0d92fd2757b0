import type { Database } from '../database/database.ts'
import { inTransaction } from '../database/transaction.ts'
import { deleteKeptAnswersBefore } from './queries.ts'

/** Twice the 24 hours that are promised. */
const keptMs = 48 * 60 * 60 * 1_000
/** Deleted in one transaction, so that checkouts wait little. */
const deletedAtOnceMax = 1_000

/** Forgets the answers to idempotency keys that are older than two days. Returns how many. */
export async function forgetAnswers(database: Database, now: Date): Promise<number> {
  const before = new Date(now.getTime() - keptMs).toISOString()
  let forgotten = 0
  for (;;) {
    const count = await inTransaction(database, (tx) =>
      deleteKeptAnswersBefore(tx.db, before, deletedAtOnceMax),
    )
    forgotten += count
    if (count < deletedAtOnceMax) return forgotten
  }
}
