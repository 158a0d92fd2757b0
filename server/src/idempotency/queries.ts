import type { Db } from '../database/database.ts'
import type { Transaction } from '../database/transaction.ts'
import type { IdempotencyKeyRow } from './tables.ts'

type KeptAnswer = Pick<IdempotencyKeyRow, 'owner' | 'key' | 'request_hash' | 'status' | 'body'>

/** May hold answers to the same key of another of the owners. */
export async function selectKeptAnswers(
  db: Db,
  owners: readonly string[],
  keys: readonly string[],
): Promise<KeptAnswer[]> {
  if (keys.length === 0) return []
  return db
    .selectFrom('idempotency_keys')
    .select(['owner', 'key', 'request_hash', 'status', 'body'])
    .where('owner', 'in', owners)
    .where('key', 'in', keys)
    .execute()
}

export function insertKeptAnswers(
  tx: Transaction,
  answers: ReadonlyArray<KeptAnswer & { created_at: string }>,
): Promise<void> {
  return tx.insert('idempotency_keys', answers)
}

export async function deleteKeptAnswersBefore(db: Db, createdAt: string, limit: number): Promise<number> {
  const old = db
    .selectFrom('idempotency_keys')
    .select(['owner', 'key'])
    .where('created_at', '<', createdAt)
    .limit(limit)
    .$asTuple('owner', 'key')
  const result = await db
    .deleteFrom('idempotency_keys')
    .where(({ eb, refTuple }) => eb(refTuple('owner', 'key'), 'in', old))
    .executeTakeFirst()
  return Number(result.numDeletedRows)
}
