import BetterSqlite3 from 'better-sqlite3'
import { CompiledQuery, Kysely } from 'kysely'
import type { Database, Failure, Spelling } from './database.ts'
import { Rows, ThreadedSqliteDialect } from './sqlite-driver.ts'
import { createPreparer, openSqliteFile } from './sqlite-file.ts'
import { insertOf } from './sqlite-writer.ts'
import { startSqliteWriter } from './sqlite-writer-client.ts'
import type { Tables } from './tables.ts'

/** Reading hardly ever waits for a lock, and must not hold up the process when it does. */
const readBusyTimeoutMs = 50

/** One is decided while the next is on its way, so that the writing thread never waits for the other. */
const batchesMax = 2

/** SQLite takes any value in any column unless the table is strict. */
const spelling: Spelling = {
  text: 'text',
  largeInteger: 'integer',
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
  const db = new Kysely<Tables>({
    dialect: new ThreadedSqliteDialect({
      prepareRead: createPreparer(reader),
      writer,
      onWritten: stamp.forget,
    }),
  })
  return {
    engine: 'sqlite',
    db,
    spelling,
    stateStamp: stamp.read,
    batchesMax,
    async insertRows(tx, table, rows) {
      const insert = insertOf(table, rows)
      await tx.executeQuery(CompiledQuery.raw(insert.sql, [new Rows(insert.rows)]))
    },
    async perform({ module }, argument) {
      const endTurn = await writer.takeTurn()
      const doing = writer.do({ module, argument: JSON.stringify(argument) })
      // The thread does one thing after the other: the next may be sent before this one is done.
      endTurn()
      const reply = await doing
      if (!('result' in reply)) throw new Error('the writer answered something else than was asked')
      stamp.forget()
      return JSON.parse(reply.result)
    },
    failureOf,
    messenger: undefined,
    async close() {
      await db.destroy()
      await writer.close()
      reader.close()
    },
  }
}

/**
 * What `data_version` says, which changes with each commit of another connection. It is asked for once in a turn of the event
 * loop: requests that are read in the same turn were all there before it was asked, or before a write that makes it forget.
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

/** Result codes: https://www.sqlite.org/rescode.html */
function failureOf(error: unknown): Failure {
  if (!(error instanceof BetterSqlite3.SqliteError)) return 'bug'
  if (/^SQLITE_(BUSY|LOCKED)/.test(error.code)) return 'busy'
  return /^SQLITE_(FULL|IOERR|READONLY|CANTOPEN|PROTOCOL|NOMEM)/.test(error.code) ? 'unavailable' : 'bug'
}
