import type { Database } from '../database/database.ts'
import { inTransaction } from '../database/transaction.ts'

/**
 * Makes sure that the shop can sell: products can be read, and locked to be written. A disk that is full shows only when
 * something is written, so that is not seen here.
 *
 * @throws Refusal `unavailable`
 */
export async function checkReady(database: Database): Promise<void> {
  await inTransaction(database, (tx) =>
    tx.db.selectFrom('products').select('id').limit(1).forUpdate().execute(),
  )
}
