import type { Db } from '../database/database.ts'
import type { Transaction } from '../database/transaction.ts'
import type { IdempotencyKeyRow } from './tables.ts'

/** All guests share one space of keys. */
const guests = 'guest'

type KeptAnswer = Pick<IdempotencyKeyRow, 'key' | 'request_hash' | 'status' | 'body'>

export async function selectKeptAnswers(db: Db, keys: readonly string[]): Promise<KeptAnswer[]> {
  if (keys.length === 0) return []
  return db
    .selectFrom('idempotency_keys')
    .select(['key', 'request_hash', 'status', 'body'])
    .where('owner', '=', guests)
    .where('key', 'in', keys)
    .execute()
}

export function insertKeptAnswers(
  tx: Transaction,
  answers: ReadonlyArray<KeptAnswer & { created_at: string }>,
): Promise<void> {
  return tx.insert(
    'idempotency_keys',
    answers.map((answer) => ({ owner: guests, ...answer })),
  )
}

export async function deleteKeptAnswersBefore(db: Db, createdAt: string, limit: number): Promise<number> {
  const old = db
    .selectFrom('idempotency_keys')
    .select(['key'])
    .where('owner', '=', guests)
    .where('created_at', '<', createdAt)
    .limit(limit)
  const result = await db
    .deleteFrom('idempotency_keys')
    .where('owner', '=', guests)
    .where('key', 'in', old)
    .executeTakeFirst()
  return Number(result.numDeletedRows)
}
