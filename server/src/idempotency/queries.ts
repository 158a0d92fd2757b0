import { compiledOnce } from '../database/compiled-once.ts'
import type { Db } from '../database/database.ts'
import type { Transaction } from '../database/transaction.ts'
import type { IdempotencyKeyRow } from './tables.ts'

type KeptAnswer = Pick<IdempotencyKeyRow, 'owner' | 'key' | 'request_hash' | 'status' | 'body'>

/** May hold answers to the same key of another of the owners. */
export const selectKeptAnswers = compiledOnce(
  (db, { owners, keys }: { owners: readonly string[]; keys: readonly string[] }) =>
    db
      .selectFrom('idempotency_keys')
      .select(['owner', 'key', 'request_hash', 'status', 'body'])
      .where('owner', 'in', owners)
      .where('key', 'in', keys)
      .compile(),
  ({ owners, keys }) => [owners, keys],
)

export function insertKeptAnswers(
  tx: Transaction,
  answers: ReadonlyArray<KeptAnswer & { created_at: string }>,
): Promise<void> {
  return tx.insert('idempotency_keys', answers)
}

/** Deletes of the `limit` oldest those from before a moment. Returns how many. */
export async function deleteKeptAnswersBefore(db: Db, createdAt: string, limit: number): Promise<number> {
  const oldest = db.selectFrom('idempotency_keys').select(['id', 'created_at']).orderBy('id').limit(limit)
  const result = await db
    .deleteFrom('idempotency_keys')
    .where('id', 'in', (select) =>
      select.selectFrom(oldest.as('oldest')).select('id').where('created_at', '<', createdAt),
    )
    .executeTakeFirst()
  return Number(result.numDeletedRows)
}
