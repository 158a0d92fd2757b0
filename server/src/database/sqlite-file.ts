import { closeSync, mkdirSync, openSync } from 'node:fs'
import { dirname } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { recentlyUsed } from './recently-used.ts'

/** Older versions can corrupt a WAL database that two connections write or checkpoint. */
const sqliteVersionMin = '3.51.3'
/** How long opening may wait: other processes may be making the file. */
const openTimeoutMs = 5_000
/**
 * Whoever writes copies the log into the file when it has so many pages (64 MB), which it has only where no thread copies it.
 * After a crash it is read once, in a tenth of a second or so.
 */
const logPagesMax = 16_000
/** Copies what of the log is not copied yet, as far as it can without waiting for anybody. */
export const checkpointSql = 'pragma wal_checkpoint(passive)'
/** Prepared statements kept of each connection; hot paths use far fewer. */
const statementsMax = 500

/**
 * Opens one connection to a SQLite file, which is made for nobody else to read if it is missing, and makes sure that it keeps its promises.
 *
 * @param busyTimeoutMs how long a statement may wait for another's lock
 * @throws Error when a setting that durability or integrity rests on did not take
 */
export function openSqliteFile(file: string, busyTimeoutMs: number): BetterSqlite3.Database {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  makeFile(file)
  const sqlite = new BetterSqlite3(file)
  try {
    configure(sqlite, busyTimeoutMs)
  } catch (error) {
    sqlite.close()
    throw error
  }
  return sqlite
}

/**
 * SQLite gives its log the mode of the file, so that the file must have it first. One that is there is not opened: to close it
 * would let go of the locks of every connection of this process, and others would take the log for nobody's
 * (https://www.sqlite.org/howtocorrupt.html, 2.2).
 */
function makeFile(file: string): void {
  try {
    closeSync(openSync(file, 'ax', 0o600))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
}

function configure(sqlite: BetterSqlite3.Database, busyTimeoutMs: number): void {
  sqlite.pragma(`busy_timeout = ${openTimeoutMs}`)
  sqlite.pragma('journal_mode = WAL')
  sqlite.pragma(`busy_timeout = ${busyTimeoutMs}`)
  sqlite.pragma('synchronous = FULL')
  sqlite.pragma('foreign_keys = ON')
  sqlite.pragma(`wal_autocheckpoint = ${logPagesMax}`)
  expectSetting('journal_mode', sqlite.pragma('journal_mode', { simple: true }), 'wal')
  expectSetting('synchronous', sqlite.pragma('synchronous', { simple: true }), 2)
  expectSetting('foreign_keys', sqlite.pragma('foreign_keys', { simple: true }), 1)
  const version = sqlite.prepare('select sqlite_version()').pluck().get() as string
  if (version.localeCompare(sqliteVersionMin, 'en', { numeric: true }) < 0) {
    throw new Error(`SQLite ${version} is too old; expected ${sqliteVersionMin} or later`)
  }
}

function expectSetting(name: string, actual: unknown, expected: unknown): void {
  if (actual !== expected) throw new Error(`SQLite: ${name} is ${actual}; expected ${expected}`)
}

/** Prepares a statement for one connection. */
export type Prepare = (sql: string) => BetterSqlite3.Statement

/** Prepares statements, keeping the most recently used. */
export function createPreparer(sqlite: BetterSqlite3.Database): Prepare {
  const statementOf = recentlyUsed<string, BetterSqlite3.Statement>(statementsMax)
  return (sql) => statementOf(sql, () => sqlite.prepare(sql))
}
