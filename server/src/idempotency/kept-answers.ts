import { hash } from 'node:crypto'
import type { Transaction } from '../database/transaction.ts'
import { insertKeptAnswers, selectKeptAnswers } from './queries.ts'

/** A key, and whose it is: the same key of another owner is another key. */
export interface KeyPlace {
  /** A shopper's or administrator's id; `guest` for all guests together. */
  readonly owner: string
  readonly key: string
}

/** A final answer, and what was asked. */
export interface KeptAnswer {
  readonly requestHash: string
  readonly status: number
  readonly body: string
}

/** The kept answers, by `nameOf` their places. */
export async function findKeptAnswers(
  tx: Transaction,
  places: readonly KeyPlace[],
): Promise<Map<string, KeptAnswer>> {
  if (places.length === 0) return new Map()
  const owners = new Set(places.map(({ owner }) => owner))
  const rows = await selectKeptAnswers(tx.db, { owners: [...owners], keys: places.map(({ key }) => key) })
  return new Map(
    rows.map((row) => [nameOf(row), { requestHash: row.request_hash, status: row.status, body: row.body }]),
  )
}

/** Keeps answers with what they tell of, so that both stand or fall together. */
export function keepAnswers(tx: Transaction, answers: ReadonlyArray<KeyPlace & KeptAnswer>): Promise<void> {
  const createdAt = new Date().toISOString()
  return insertKeptAnswers(
    tx,
    answers.map(({ owner, key, requestHash, status, body }) => ({
      owner,
      key,
      request_hash: requestHash,
      status,
      body,
      created_at: createdAt,
    })),
  )
}

/** One text for both; no owner has a space in it. */
export function nameOf({ owner, key }: KeyPlace): string {
  return `${owner} ${key}`
}

/** The same for two requests that ask for the same: a parsed request has its members in one order. */
export function hashOf(request: unknown): string {
  return hash('sha256', JSON.stringify(request), 'hex')
}
