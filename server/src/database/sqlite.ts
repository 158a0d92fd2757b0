import BetterSqlite3 from 'better-sqlite3'
import { CompiledQuery, Kysely } from 'kysely'
import type { Database, Failure, Spelling } from './database.ts'
import { createCheckpointer } from './sqlite-checkpointer.ts'
import { Rows, ThreadedSqliteDialect } from './sqlite-driver.ts'
import { checkpointSql, createPreparer, openSqliteFile } from './sqlite-file.ts'
import { idsAfter, type LastId, lastIdOf } from './sqlite-ids.ts'
import { insertOf } from './sqlite-insert.ts'
import type { WriterRequest } from './sqlite-writer.ts'
import { startSqliteWriter, WriterLost } from './sqlite-writer-client.ts'
import type { Tables } from './tables.ts'
import { CommitUnknown } from './transaction.ts'

/** Reading hardly ever waits for a lock, and must not hold up the process when it does. */
const readBusyTimeoutMs = 50

/** A lost thread is replaced at once; a disk that fails for longer would only keep shoppers waiting for the same answer. */
const unknownMaxMs = 500

/** SQLite takes any value in any column unless the table is strict. */
const spelling: Spelling = {
  text: 'text',
  largeInteger: 'integer',
  rowNumber: 'integer',
  moment: 'text',
  truth: 'integer',
  tableEnd: 'strict',
}

/**
 * Opens a SQLite database and makes sure that it keeps its promises.
 *
 * @throws Error when a setting that durability or integrity rests on did not take
 */
export function openSqlite(file: string): Database {
  const reader = openSqliteFile(file, readBusyTimeoutMs)
  reader.pragma('query_only = ON')
  const writer = startSqliteWriter(file)
  const stamp = createStamp(reader)
  const doInTurn = async (request: WriterRequest) => {
    const endTurn = await writer.takeTurn()
    const doing = writer.do(request)
    // The thread does one thing after the other: the next may be sent before this one is done.
    endTurn()
    return doing
  }
  const checkpointer = createCheckpointer(file, () => doInTurn({ sql: checkpointSql }))
  const onWritten = (): void => {
    stamp.forget()
    checkpointer.committed()
  }
  const db = new Kysely<Tables>({
    dialect: new ThreadedSqliteDialect({
      prepareRead: createPreparer(reader),
      writer,
      onWritten,
    }),
  })
  return {
    engine: 'sqlite',
    db,
    spelling,
    stateStamp: stamp.read,
    async insertRows(tx, table, rows) {
      const insert = insertOf(table, rows)
      await tx.executeQuery(CompiledQuery.raw(insert.sql, [new Rows(insert)]))
    },
    async takeIds(tx, table, count) {
      const { rows } = await tx.executeQuery<LastId>(CompiledQuery.raw(lastIdOf(table)))
      return idsAfter(rows[0], count)
    },
    async perform(module, argument) {
      const doing = doInTurn({ module, argument: JSON.stringify(argument) })
      const reply = await doing.catch((error: unknown) => {
        throw mayBeKept(error)
          ? new CommitUnknown('the commit may have taken place', { cause: error })
          : error
      })
      if (!('result' in reply)) throw new Error('the writer answered something else than was asked')
      onWritten()
      return reply.result
    },
    // The thread does one after the other, and finds the second when the first is done.
    worksAtOnce: 2,
    unknownMaxMs,
    patiently: (work) => work(),
    failureOf,
    messenger: undefined,
    async close() {
      await db.destroy()
      await checkpointer.close()
      await writer.close()
      reader.close()
    },
  }
}

/**
 * What `data_version` says, which changes with each commit of another connection. It is asked for once in a turn of the event
 * loop, which takes it milliseconds to learn of another process; our own writes make it forget at once.
 */
function createStamp(reader: BetterSqlite3.Database): { read(): string; forget(): void } {
  const version = reader.prepare('pragma data_version').pluck()
  let known: string | undefined
  const forget = (): void => {
    known = undefined
  }
  return {
    read() {
      if (known === undefined) {
        known = String(version.get())
        setImmediate(forget)
      }
      return known
    },
    forget,
  }
}

/** The thread was lost, or the disk failed it, when what it had written may be there already. */
function mayBeKept(error: unknown): boolean {
  return (
    error instanceof WriterLost ||
    (error instanceof BetterSqlite3.SqliteError && /^SQLITE_IOERR/.test(error.code))
  )
}

/** Result codes: https://www.sqlite.org/rescode.html */
function failureOf(error: unknown): Failure {
  if (error instanceof WriterLost) return 'unavailable'
  if (!(error instanceof BetterSqlite3.SqliteError)) return 'bug'
  if (/^SQLITE_(BUSY|LOCKED)/.test(error.code)) return 'busy'
  return /^SQLITE_(FULL|IOERR|READONLY|CANTOPEN|PROTOCOL|NOMEM)/.test(error.code) ? 'unavailable' : 'bug'
}
