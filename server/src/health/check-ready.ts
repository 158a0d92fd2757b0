import type { Database } from '../database/database.ts'
import { inTransaction } from '../database/transaction.ts'

/**
 * A check that the shop can sell: products can be read, and locked to be written. A disk that is full shows only when
 * something is written, so that is not seen here. All who ask at once share one look, since each takes the writer's time.
 *
 * @returns a function that throws Refusal `unavailable`
 */
export function createReadyCheck(database: Database): () => Promise<unknown> {
  let looking: Promise<unknown> | undefined
  const look = (): Promise<unknown> =>
    inTransaction(database, (tx) => tx.db.selectFrom('products').select('id').limit(1).forUpdate().execute())
  return () => {
    looking ??= look().finally(() => {
      looking = undefined
    })
    return looking
  }
}
