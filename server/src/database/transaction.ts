import { setTimeout as sleep } from 'node:timers/promises'
import { Refusal } from '../refusal.ts'
import type { Database, Db } from './database.ts'

/** How long a transaction waits for other writers before it is refused. */
const busyWaitMaxMs = 2_000
const busyPauseMs = 20

/** A transaction under way. */
export interface Transaction {
  readonly db: Db
  /** Runs `tell` once the transaction is committed, and never if it is not. It must not throw. */
  afterCommit(tell: () => void): void
}

/**
 * Runs `work` in one transaction: all of it is kept, or nothing. `work` may run more than once, so it must await
 * nothing but the database and change nothing else.
 *
 * @throws Refusal `unavailable` when the database cannot take writes now; nothing was kept then, unless the connection was lost
 *   during the commit itself: the same idempotency key tells
 */
export async function inTransaction<T>(
  database: Database,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  const deadline = performance.now() + busyWaitMaxMs
  for (;;) {
    try {
      return await runOnce(database, work)
    } catch (error) {
      const failure = database.failureOf(error)
      if (failure === 'bug') throw error
      if (failure === 'unavailable' || performance.now() > deadline) throw unavailable(error)
      await sleep(busyPauseMs * (0.5 + Math.random()))
    }
  }
}

async function runOnce<T>(database: Database, work: (tx: Transaction) => Promise<T>): Promise<T> {
  const tellings: Array<() => void> = []
  const result = await database.db
    .transaction()
    .execute((db) => work({ db, afterCommit: (tell) => void tellings.push(tell) }))
  for (const tell of tellings) tell()
  return result
}

function unavailable(cause: unknown): Refusal {
  return new Refusal('unavailable', 'The database takes no writes at the moment. Please try again.', {
    retryAfterSeconds: 1,
    cause,
  })
}
