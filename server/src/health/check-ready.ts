import type { Database } from '../database/database.ts'
import { inTransaction } from '../database/transaction.ts'

/**
 * Makes sure that the shop can sell: the place of the only writer can be had, and the products can be read.
 *
 * @throws Refusal `unavailable`
 */
export async function checkReady(database: Database): Promise<void> {
  await inTransaction(database, (tx) => tx.db.selectFrom('products').select('id').limit(1).execute())
}
