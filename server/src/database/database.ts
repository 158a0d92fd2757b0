import type { Kysely } from 'kysely'
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
