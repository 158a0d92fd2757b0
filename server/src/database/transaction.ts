import { setTimeout as sleep } from 'node:timers/promises'
import type { Insertable } from 'kysely'
import { Refusal } from '../refusal.ts'
import type { Database, Db } from './database.ts'
import type { Tables } from './tables.ts'

/** How long a transaction waits for other writers before it is refused. */
const busyWaitMaxMs = 2_000
const busyPauseMs = 20

/** Tables whose rows are numbered as they come. */
type NumberedTable = {
  [Name in keyof Tables]: Tables[Name] extends { id: number; previous_id: unknown } ? Name : never
}[keyof Tables]

/** A transaction under way. */
export interface Transaction {
  readonly db: Db
  /** Writes rows that all have the same columns; null is written as null, so no column that may be null has a default. */
  insert<Name extends keyof Tables>(table: Name, rows: ReadonlyArray<Insertable<Tables[Name]>>): Promise<void>
  /** Takes ids for rows that are to be inserted, higher than all before, and rising. */
  takeIds(table: NumberedTable, count: number): Promise<number[]>
  /** Runs `tell` once the transaction is committed, and never if it is not. It must not throw. */
  afterCommit(tell: () => void): void
}

/**
 * Work for one transaction that a database may do in a thread of its own. There it is loaded by its module, which exports
 * it as `work`; its argument goes there as JSON, what is sent back is cloned. It runs under the rules of `inTransaction`.
 */
export interface Work<Argument, Result> {
  /** The module's `import.meta.url`. */
  readonly module: string
  /** @returns what can be cloned; it is read when the transaction is committed */
  run(tx: Transaction, argument: Argument): Promise<Result>
}

/** Nobody can tell whether a commit took place: the connection was lost during it, or the disk failed. */
export class CommitUnknown extends Error {}

/**
 * Runs `work` in one transaction: all of it is kept, or nothing. `work` may run more than once, so it must await
 * nothing but the database and change nothing else.
 *
 * @param waitMaxMs how long other writers may hold it up
 * @throws Refusal `unavailable` when the database cannot take writes now; nothing was kept then, unless its cause is `CommitUnknown`
 */
export function inTransaction<T>(
  database: Database,
  work: (tx: Transaction) => Promise<T>,
  waitMaxMs = busyWaitMaxMs,
): Promise<T> {
  return whenNotBusy(database, () => runOnce(database, work), waitMaxMs)
}

/** The same as `inTransaction`, for work that can be done in the thread where the database writes. */
export function performInTransaction<Argument, Result>(
  database: Database,
  work: Work<Argument, Result>,
  argument: Argument,
): Promise<Result> {
  const attempt = () => database.perform(work.module, argument) as Promise<Result>
  return whenNotBusy(database, attempt, busyWaitMaxMs)
}

async function whenNotBusy<T>(database: Database, attempt: () => Promise<T>, waitMaxMs: number): Promise<T> {
  const deadline = performance.now() + waitMaxMs
  for (;;) {
    try {
      return await attempt()
    } catch (error) {
      if (error instanceof CommitUnknown) throw unknown(error)
      const failure = database.failureOf(error)
      if (failure === 'bug') throw error
      if (failure === 'unavailable' || performance.now() > deadline) throw unavailable(error)
      await sleep(busyPauseMs * (0.5 + Math.random()))
    }
  }
}

/**
 * Asks for work that finds what it did before. When its commit has an unknown outcome, it is asked for again until the database
 * tells, or `unknownMaxMs` are over.
 *
 * @param ask is told whether it is asked again
 * @param isOpen whether it was asked before, and nobody told
 * @throws CommitUnknown when the database does not tell; its cause is no refusal when the work itself failed at last
 */
export async function untilKnown<T>(
  { unknownMaxMs }: Pick<Database, 'unknownMaxMs'>,
  ask: (again: boolean) => Promise<T>,
  isOpen = false,
): Promise<T> {
  let again = isOpen
  let deadline: number | undefined
  for (;;) {
    try {
      return await ask(again)
    } catch (error) {
      again ||= isUnknown(error)
      // Any other refusal is what the work answers.
      if (!again || (error instanceof Refusal && error.code !== 'unavailable')) throw error
      deadline ??= performance.now() + unknownMaxMs
      if (!(error instanceof Refusal) || performance.now() > deadline)
        throw new CommitUnknown('nobody told what was kept', { cause: error })
      await sleep(busyPauseMs * (0.5 + Math.random()))
    }
  }
}

function isUnknown(error: unknown): boolean {
  return error instanceof Refusal && error.cause instanceof CommitUnknown
}

/** Runs `work` in one transaction, once, and leaves its failures as they are. */
export async function runOnce<T>(database: Database, work: (tx: Transaction) => Promise<T>): Promise<T> {
  const tellings: Array<() => void> = []
  let committing = false
  const whole = database.db.transaction().execute(async (db) => {
    const result = await work({
      db,
      async insert(table, rows) {
        if (rows.length > 0) await database.insertRows(db, table, rows)
      },
      takeIds: (table, count) => database.takeIds(db, table, count),
      afterCommit: (tell) => void tellings.push(tell),
    })
    committing = true
    return result
  })
  const result = await whole.catch((error: unknown) => {
    if (!committing || database.failureOf(error) !== 'unavailable') throw error
    throw new CommitUnknown('the connection was lost during the commit', { cause: error })
  })
  for (const tell of tellings) tell()
  return result
}

function unavailable(cause: unknown): Refusal {
  return new Refusal('unavailable', 'The database takes no writes at the moment. Please try again.', {
    retryAfterSeconds: 1,
    cause,
  })
}

/** For work that cannot be asked what it did. */
function unknown(cause: CommitUnknown): Refusal {
  return new Refusal('unavailable', 'It is not known whether this was kept. Look before you send it again.', {
    retryAfterSeconds: 1,
    cause,
  })
}
