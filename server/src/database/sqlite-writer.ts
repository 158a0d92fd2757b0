import type BetterSqlite3 from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import type { Db } from './database.ts'
import { LocklessQueryCompiler } from './lockless-query-compiler.ts'
import { createPreparer, openSqliteFile } from './sqlite-file.ts'
import type { Tables } from './tables.ts'
import type { Transaction, Work } from './transaction.ts'

/** Whoever waits here holds up nobody but other writers. Shorter than `inTransaction` waits in all, which tries again. */
const busyTimeoutMs = 500
/** Rows inserted by one run of a statement: a run costs as much again as a row. */
const rowsAtOnce = 8

/** A statement that is led from outside, or a whole transaction done here. */
export type WriterRequest =
  | (Led & { readonly parameters?: readonly unknown[] })
  /** Inserts the rows; the statement ends where their values begin. */
  | (Led & { readonly rows: ReadonlyArray<readonly unknown[]> })
  /** Does the work that the module exports as `work`; argument and result are JSON. */
  | { readonly module: string; readonly argument: string }

interface Led {
  readonly sql: string
  /** Whether it belongs to a transaction, and must not be run when that is over. */
  readonly inTransaction?: boolean
}

export type WriterReply =
  | { readonly rows: readonly unknown[]; readonly changes?: number }
  | { readonly result: string }
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
  const db = new Kysely<Tables>({ dialect: new WriterDialect({ database: { prepare, close() {} } }) })

  return {
    async do(request: WriterRequest): Promise<WriterReply> {
      try {
        return 'sql' in request ? run(sqlite, prepare, request) : await perform(sqlite, db, prepare, request)
      } catch (error) {
        const { message, code, stack } = error as WriterError
        return { error: { message, code, stack } }
      }
    },
    close: () => sqlite.close(),
  }
}

type Prepare = ReturnType<typeof createPreparer>

function run(
  sqlite: BetterSqlite3.Database,
  prepare: Prepare,
  request: Extract<WriterRequest, { sql: string }>,
): WriterReply {
  // SQLite rolls back by itself on a full disk and the like; doing it again would hide the first error.
  if (request.sql === 'rollback' && !sqlite.inTransaction) return { rows: [] }
  // A failed statement can end a transaction, as the death of the thread does; what follows would be kept by itself.
  if (request.inTransaction && !sqlite.inTransaction) throw new Error('the transaction is over')
  if ('rows' in request) {
    insertRows(prepare, request.sql, request.rows)
    return { rows: [] }
  }
  const statement = prepare(request.sql)
  if (statement.reader) return { rows: statement.all(request.parameters ?? []) }
  return { rows: [], changes: statement.run(request.parameters ?? []).changes }
}

/** In two statements whatever the number of rows, so that none is prepared anew. */
function insertRows(prepare: Prepare, sql: string, rows: ReadonlyArray<readonly unknown[]>): void {
  const row = `(${rows[0]?.map(() => '?').join(', ')})`
  const many = prepare(`${sql} ${Array(rowsAtOnce).fill(row).join(', ')}`)
  const one = prepare(`${sql} ${row}`)
  const manyEnd = rows.length - (rows.length % rowsAtOnce)
  for (let start = 0; start < manyEnd; start += rowsAtOnce) {
    many.run(...rows.slice(start, start + rowsAtOnce).flat())
  }
  for (const values of rows.slice(manyEnd)) one.run(...values)
}

/** What was loaded before; to import it again takes as long as to write a row. */
const works = new Map<string, Work<unknown, unknown>>()

async function load(module: string): Promise<Work<unknown, unknown>> {
  const { work } = (await import(module)) as { work: Work<unknown, unknown> }
  works.set(module, work)
  return work
}

async function perform(
  sqlite: BetterSqlite3.Database,
  db: Db,
  prepare: Prepare,
  { module, argument }: Extract<WriterRequest, { module: string }>,
): Promise<WriterReply> {
  const work = works.get(module) ?? (await load(module))
  const tellings: Array<() => void> = []
  const tx: Transaction = {
    db,
    async insert(table, rows) {
      if (rows.length > 0) run(sqlite, prepare, insertOf(table, rows))
    },
    afterCommit: (tell) => void tellings.push(tell),
  }
  prepare('begin immediate').run()
  try {
    const result = await work.run(tx, JSON.parse(argument))
    prepare('commit').run()
    for (const tell of tellings) tell()
    return { result: JSON.stringify(result) }
  } finally {
    if (sqlite.inTransaction) prepare('rollback').run()
  }
}

/** What inserts rows: at least one, all with the same columns. */
export function insertOf(
  table: string,
  rows: ReadonlyArray<Readonly<Record<string, unknown>>>,
): Extract<WriterRequest, { rows: object }> {
  const columns = Object.keys(rows[0] ?? {})
  return {
    sql: `insert into ${table} (${columns.join(', ')}) values`,
    rows: rows.map((row) => columns.map((column) => row[column])),
  }
}

class WriterDialect extends SqliteDialect {
  override createQueryCompiler(): LocklessQueryCompiler {
    return new LocklessQueryCompiler()
  }
}
