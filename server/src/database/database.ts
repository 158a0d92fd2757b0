import type { Kysely } from 'kysely'
import type { Tables } from './tables.ts'

/** What a failed statement means to the one who asked: try again at once, later, or never. */
export type Failure = 'busy' | 'unavailable' | 'bug'

export type Db = Kysely<Tables>

type DatabaseRow = Readonly<Record<string, unknown>>

/** How an engine spells what the migrations need. */
export interface Spelling {
  /** Texts that are compared byte by byte, so that both engines sort alike. */
  readonly text: string
  /** Whole numbers up to 2^53. */
  readonly largeInteger: string
  /** The same, given to rows in the order they come where none is named. */
  readonly rowNumber: string
  /** Points in time and truth values, as better-auth writes them on this engine. */
  readonly moment: string
  readonly truth: string
  /** What stands behind a table's columns. */
  readonly tableEnd: string
}

/** An open database, whichever engine runs it. */
export interface Database {
  readonly engine: 'sqlite' | 'postgres'
  readonly db: Db
  readonly spelling: Spelling
  /**
   * Changes whenever anybody has written to the database, so that what was read under one stamp is still true while the
   * stamp is the same. Undefined when the engine cannot tell without asking over a network.
   */
  stateStamp(): string | undefined
  /**
   * Inserts rows within a transaction, by a few statements whose texts are the same for any number of them, so that they are neither
   * compiled nor planned anew.
   *
   * @param table a name of the schema, as the rows' columns are; never input
   * @param rows at least one, all with the same columns
   */
  insertRows(tx: Db, table: string, rows: readonly DatabaseRow[]): Promise<void>
  /**
   * Takes ids for new rows of a table that numbers them, within a transaction: higher than all before, and rising.
   *
   * @param table a name of the schema, never input
   * @param count at least one
   */
  takeIds(tx: Db, table: string, count: number): Promise<number[]>
  /**
   * Does the work that a module exports as `work` in one transaction, in a thread of its own where there is one; see
   * `performInTransaction`.
   */
  perform(module: string, argument: unknown): Promise<unknown>
  /** How many works it is worth having under way at once: one that is done, and more that wait for it there. */
  readonly worksAtOnce: number
  /** How long to ask what became of a commit, in milliseconds: who can be told by then hardly ever is later. */
  readonly unknownMaxMs: number
  /** Runs `work`, whose statements may each take as long as they need, and say nothing meanwhile. */
  patiently<T>(work: () => Promise<T>): Promise<T>
  /** Tells a passing trouble of the database from a fault in our own code. */
  failureOf(error: unknown): Failure
  /**
   * Carries short messages between the processes that share this database. Undefined when there can be only one process.
   * Messages may be lost: who relies on them asks again by himself.
   */
  readonly messenger: Messenger | undefined
  close(): Promise<void>
}

export interface Messenger {
  /** @param text at most 7,000 bytes */
  send(text: string): Promise<void>
  /** Calls `listener` with each message of another process. */
  receive(listener: (text: string) => void): void
}
