import type BetterSqlite3 from 'better-sqlite3'
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  type QueryResult,
  SqliteAdapter,
  SqliteDialect,
  type SqliteQueryCompiler,
} from 'kysely'
import { LocklessQueryCompiler } from './lockless-query-compiler.ts'
import type { Insert } from './sqlite-insert.ts'
import type { SqliteWriterClient } from './sqlite-writer-client.ts'

interface Connections {
  /** Prepares statements for the connection that only reads. */
  readonly prepareRead: (sql: string) => BetterSqlite3.Statement
  readonly writer: SqliteWriterClient
  /** Called after each write that is kept. */
  readonly onWritten: () => void
}

/**
 * Kysely's dialect for a file with one connection that reads and one, in a thread of its own, that writes. What only reads is
 * run at once and sees the last commit; transactions and single writes take turns at the writer.
 */
export class ThreadedSqliteDialect extends SqliteDialect {
  readonly #connections: Connections

  constructor(connections: Connections) {
    super({ database: () => Promise.reject(new Error('this dialect brings connections of its own')) })
    this.#connections = connections
  }

  override createDriver(): Driver {
    return new ThreadedSqliteDriver(this.#connections)
  }

  override createAdapter(): SqliteAdapter {
    return new ThreadedSqliteAdapter()
  }

  override createQueryCompiler(): SqliteQueryCompiler {
    return new LocklessQueryCompiler()
  }
}

class ThreadedSqliteAdapter extends SqliteAdapter {
  override get supportsMultipleConnections(): boolean {
    return true
  }

  /** So that migrations run in one transaction, and in one process, when several start together. */
  override get supportsTransactionalDdl(): boolean {
    return true
  }
}

class ThreadedSqliteDriver implements Driver {
  readonly #connections: Connections

  constructor(connections: Connections) {
    this.#connections = connections
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<ThreadedSqliteConnection> {
    return new ThreadedSqliteConnection(this.#connections)
  }

  /** Begins every transaction as a writer: one that turns into a writer halfway fails at once when another writes. */
  async beginTransaction(connection: ThreadedSqliteConnection): Promise<void> {
    await connection.begin()
  }

  async commitTransaction(connection: ThreadedSqliteConnection): Promise<void> {
    await connection.commit()
  }

  async rollbackTransaction(connection: ThreadedSqliteConnection): Promise<void> {
    await connection.rollback()
  }

  async releaseConnection(connection: ThreadedSqliteConnection): Promise<void> {
    connection.release()
  }

  async destroy(): Promise<void> {}
}

class ThreadedSqliteConnection implements DatabaseConnection {
  readonly #connections: Connections
  #endTurn: (() => void) | undefined

  constructor(connections: Connections) {
    this.#connections = connections
  }

  async begin(): Promise<void> {
    this.#endTurn = await this.#connections.writer.takeTurn()
    await this.#connections.writer.do({ sql: 'begin immediate' })
  }

  async commit(): Promise<void> {
    await this.#connections.writer.do({ sql: 'commit', inTransaction: true })
    this.#connections.onWritten()
  }

  async rollback(): Promise<void> {
    await this.#connections.writer.do({ sql: 'rollback' })
  }

  release(): void {
    this.#endTurn?.()
    this.#endTurn = undefined
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    if (this.#endTurn) return this.#write(query, true)
    const statement = this.#connections.prepareRead(query.sql)
    if (statement.reader && statement.readonly) return { rows: statement.all(query.parameters) as Row[] }
    this.#endTurn = await this.#connections.writer.takeTurn()
    try {
      return await this.#write(query, false)
    } finally {
      this.release()
      this.#connections.onWritten()
    }
  }

  async #write<Row>({ sql, parameters }: CompiledQuery, inTransaction: boolean): Promise<QueryResult<Row>> {
    const [rows] = parameters
    const reply = await this.#connections.writer.do(
      rows instanceof Rows
        ? { sql, columnCount: rows.columnCount, values: rows.values, inTransaction }
        : { sql, parameters, inTransaction },
    )
    if (!('rows' in reply)) throw new Error('the writer answered something else than was asked')
    return {
      rows: reply.rows as Row[],
      ...(reply.changes !== undefined && { numAffectedRows: BigInt(reply.changes) }),
    }
  }

  // biome-ignore lint/correctness/useYield: Kysely asks for it, and nothing here streams rows
  async *streamQuery<Row>(): AsyncIterableIterator<QueryResult<Row>> {
    throw new Error('rows are not streamed from SQLite')
  }
}

/** The only parameter of a statement that inserts these rows, within a transaction. */
export class Rows {
  readonly columnCount: number
  readonly values: readonly unknown[]

  constructor({ columnCount, values }: Insert) {
    this.columnCount = columnCount
    this.values = values
  }
}
