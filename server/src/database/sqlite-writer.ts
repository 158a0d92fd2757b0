import type BetterSqlite3 from 'better-sqlite3'
import { createPreparer, openSqliteFile, type Prepare } from './sqlite-file.ts'
import { type Insert, insertRows } from './sqlite-insert.ts'
import type { Perform, Whole } from './sqlite-perform.ts'

/** Whoever waits here holds up nobody but other writers. Shorter than `inTransaction` waits in all, which tries again. */
const busyTimeoutMs = 500

/** A statement that is led from outside, or a whole transaction done here. */
export type WriterRequest = (Led & { readonly parameters?: readonly unknown[] }) | (Led & Insert) | Whole

interface Led {
  readonly sql: string
  /** Whether it belongs to a transaction, and must not be run when that is over. */
  readonly inTransaction?: boolean
}

export type WriterReply =
  | { readonly rows: readonly unknown[]; readonly changes?: number }
  | { readonly result: unknown }
  | { readonly error: WriterError }

export interface WriterError {
  readonly message: string
  readonly code: unknown
  readonly stack: string | undefined
}

/** The writing connection of a SQLite file. */
export function createSqliteWriter(file: string) {
  const sqlite = openSqliteFile(file, busyTimeoutMs)
  const prepare = createPreparer(sqlite)
  let loaded: Perform | undefined

  /** Work builds its own statements; what builds them takes longer to load than the rest of the thread, and so comes last. */
  async function perform(whole: Whole): Promise<WriterReply> {
    loaded ??= (await import('./sqlite-perform.ts')).createPerform(sqlite, prepare)
    return { result: await loaded(whole) }
  }

  return {
    async do(request: WriterRequest): Promise<WriterReply> {
      try {
        return 'sql' in request ? run(sqlite, prepare, request) : await perform(request)
      } catch (error) {
        const { message, code, stack } = error as WriterError
        return { error: { message, code, stack } }
      }
    },
    close: () => sqlite.close(),
  }
}

function run(
  sqlite: BetterSqlite3.Database,
  prepare: Prepare,
  request: Extract<WriterRequest, { sql: string }>,
): WriterReply {
  // SQLite rolls back by itself on a full disk and the like; doing it again would hide the first error.
  if (request.sql === 'rollback' && !sqlite.inTransaction) return { rows: [] }
  // A failed statement can end a transaction, as the death of the thread does; what follows would be kept by itself.
  if (request.inTransaction && !sqlite.inTransaction) throw new Error('the transaction is over')
  if ('values' in request) {
    insertRows(prepare, request)
    return { rows: [] }
  }
  const statement = prepare(request.sql)
  if (statement.reader) return { rows: statement.all(request.parameters ?? []) }
  return { rows: [], changes: statement.run(request.parameters ?? []).changes }
}
