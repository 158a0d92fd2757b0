import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import {
  CompiledQuery,
  type DatabaseConnection,
  Kysely,
  type SelectModifierNode,
  SqliteDialect,
  type SqliteDialectConfig,
  SqliteDriver,
  SqliteQueryCompiler,
} from 'kysely'
import type { Database, Failure, Spelling } from './database.ts'
import type { Tables } from './tables.ts'

/** Older versions can corrupt a WAL database that two connections write or checkpoint. */
const sqliteVersionMin = '3.51.3'
/** How long a statement may hold up the process for a lock; waiting longer is done outside, without blocking. */
const busyTimeoutMs = 50
/** Prepared statements kept; hot paths use far fewer. */
const statementsMax = 500

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
  mkdirSync(dirname(file), { recursive: true })
  const sqlite = new BetterSqlite3(file)
  try {
    configure(sqlite)
  } catch (error) {
    sqlite.close()
    throw error
  }
  const db = new Kysely<Tables>({
    dialect: new ImmediateSqliteDialect({ database: withStatementCache(sqlite) }, sqlite),
  })
  return {
    engine: 'sqlite',
    db,
    spelling,
    stateStamp: stampOf(sqlite),
    failureOf,
    messenger: undefined,
    async close() {
      await db.destroy()
      // Kysely closes only what a query has opened.
      sqlite.close()
    },
  }
}

function configure(sqlite: BetterSqlite3.Database): void {
  sqlite.pragma(`busy_timeout = ${busyTimeoutMs}`)
  sqlite.pragma('journal_mode = WAL')
  sqlite.pragma('synchronous = FULL')
  sqlite.pragma('foreign_keys = ON')
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

/** Begins every transaction as a writer: one that turns into a writer halfway fails at once when another writes. */
class ImmediateSqliteDialect extends SqliteDialect {
  readonly #config: SqliteDialectConfig
  readonly #sqlite: BetterSqlite3.Database

  constructor(config: SqliteDialectConfig, sqlite: BetterSqlite3.Database) {
    super(config)
    this.#config = config
    this.#sqlite = sqlite
  }

  override createDriver(): SqliteDriver {
    return new ImmediateSqliteDriver(this.#config, this.#sqlite)
  }

  override createQueryCompiler(): SqliteQueryCompiler {
    return new LocklessQueryCompiler()
  }
}

/** Leaves `for update` out: a transaction here has locked everything when it begins. */
class LocklessQueryCompiler extends SqliteQueryCompiler {
  protected override visitSelectModifier(node: SelectModifierNode): void {
    if (node.modifier !== 'ForUpdate') super.visitSelectModifier(node)
  }
}

class ImmediateSqliteDriver extends SqliteDriver {
  readonly #sqlite: BetterSqlite3.Database

  constructor(config: SqliteDialectConfig, sqlite: BetterSqlite3.Database) {
    super(config)
    this.#sqlite = sqlite
  }

  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'))
  }

  /** SQLite rolls back by itself on a full disk and the like; doing it again would hide the first error. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#sqlite.inTransaction) await super.rollbackTransaction(connection)
  }
}

/** Keeps the most recently used prepared statements, since Kysely prepares each text anew. */
function withStatementCache(sqlite: BetterSqlite3.Database): SqliteDialectConfig['database'] {
  const statements = new Map<string, BetterSqlite3.Statement>()
  return {
    prepare(sql: string) {
      const statement = statements.get(sql) ?? sqlite.prepare(sql)
      statements.delete(sql)
      statements.set(sql, statement)
      const [oldest] = statements.keys()
      if (statements.size > statementsMax && oldest !== undefined) statements.delete(oldest)
      return statement
    },
    close: () => sqlite.close(),
  }
}

/** Writes of other connections show in `data_version`, our own in `total_changes()`. */
function stampOf(sqlite: BetterSqlite3.Database): () => string {
  const others = sqlite.prepare('pragma data_version').pluck()
  const own = sqlite.prepare('select total_changes()').pluck()
  return () => `${others.get()}:${own.get()}`
}

/** Result codes: https://www.sqlite.org/rescode.html */
function failureOf(error: unknown): Failure {
  if (!(error instanceof BetterSqlite3.SqliteError)) return 'bug'
  if (/^SQLITE_(BUSY|LOCKED)/.test(error.code)) return 'busy'
  return /^SQLITE_(FULL|IOERR|READONLY|CANTOPEN|PROTOCOL|NOMEM)/.test(error.code) ? 'unavailable' : 'bug'
}
