import type { Kysely } from 'kysely'
import { openSqlite } from './sqlite.ts'
import type { Tables } from './tables.ts'

/** What a failed statement means to the one who asked: try again at once, later, or never. */
export type Failure = 'busy' | 'unavailable' | 'bug'

export type Db = Kysely<Tables>

/** An open database, whichever engine runs it. */
export interface Database {
  readonly db: Db
  /** Tells a passing trouble of the database from a fault in our own code. */
  failureOf(error: unknown): Failure
  close(): Promise<void>
}

/** Opens the database in `file`, which is made if it is missing. The only place that picks an engine. */
export function openDatabase(file: string): Database {
  return openSqlite(file)
}
