import type { Database } from '../database/database.ts'
import { inTransaction } from '../database/transaction.ts'
import { deleteExpired } from './queries.ts'

/** Deleted in one transaction, so that checkouts wait little. */
const deletedAtOnceMax = 1_000

/** Forgets sessions, mailed links and counted tries whose time is over. Returns how many. */
export async function forgetExpired(database: Database, now: Date): Promise<number> {
  let forgotten = 0
  for (const table of ['sessions', 'verifications', 'tries'] as const) {
    for (;;) {
      const count = await inTransaction(database, (tx) =>
        deleteExpired(tx.db, table, now.toISOString(), deletedAtOnceMax),
      )
      forgotten += count
      if (count < deletedAtOnceMax) break
    }
  }
  return forgotten
}
