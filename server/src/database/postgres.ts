import { Socket } from 'node:net'
import { CompiledQuery, Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { Database, Failure, Spelling } from './database.ts'
import { createPostgresMessenger } from './postgres-messenger.ts'
import type { Tables } from './tables.ts'
import { runOnce, type Work } from './transaction.ts'

/** Connections of one process; a checkout batch takes one, reads share the rest. */
const connectionsMax = 10
/** How long a request waits for a free connection, or for a new one to be made. */
const connectTimeoutMs = 3_000
const statementTimeoutMs = 5_000
/** Waiting longer than this for a row that another process holds is given up and tried again. */
const lockTimeoutMs = 2_000
/** Unused connections are closed before they could look silent. */
const idleMaxMs = 5_000
/** A connection that says nothing for this long, longer than any statement may take, is dead. */
const silenceMaxMs = 8_000
/** A transaction that a dead process left open is ended by the server. */
const idleInTransactionTimeoutMs = 10_000
/** Another server takes over, or a path is there again, within seconds. */
const unknownMaxMs = 5_000

const spelling: Spelling = {
  text: 'text collate "C"',
  largeInteger: 'bigint',
  moment: 'timestamptz',
  truth: 'boolean',
  tableEnd: '',
}

/** Opens a pool of connections to a PostgreSQL server, version 14 or later. */
export function openPostgres(url: string): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: connectionsMax,
    connectionTimeoutMillis: connectTimeoutMs,
    statement_timeout: statementTimeoutMs,
    lock_timeout: lockTimeoutMs,
    idle_in_transaction_session_timeout: idleInTransactionTimeoutMs,
    idleTimeoutMillis: idleMaxMs,
    stream: openSocket,
    application_name: 'onhand',
    types: { getTypeParser },
  })
  // A connection that dies is replaced by the pool, and whoever was using it hears of it from the statement; without
  // these listeners it would end the process.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  const messenger = createPostgresMessenger(url, pool)
  const database: Database = {
    engine: 'postgres',
    db,
    spelling,
    stateStamp: () => undefined,
    async insertRows(tx, table, rows) {
      const columns = Object.keys(rows[0] ?? {}).join(', ')
      const records = `json_populate_recordset(null::${table}, $1)`
      const insert = `insert into ${table} (${columns}) select ${columns} from ${records}`
      await tx.executeQuery(CompiledQuery.raw(insert, [JSON.stringify(rows)]))
    },
    async perform(module, argument) {
      const { work } = (await import(module)) as { work: Work<unknown, unknown> }
      return runOnce(database, (tx) => work.run(tx, argument))
    },
    // A second would wait for the locks of the first.
    worksAtOnce: 1,
    unknownMaxMs,
    failureOf,
    messenger,
    async close() {
      messenger.close()
      await db.destroy()
      if (!pool.ended) await pool.end()
    },
  }
  return database
}

/** A path that is lost without a word would otherwise hold a checkout, and all behind it, until TCP gives up. */
function openSocket(): Socket {
  const socket = new Socket()
  return socket.setTimeout(silenceMaxMs, () =>
    socket.destroy(new Error('connection timeout: the database is silent')),
  )
}

/** Counts and totals come as bigint; all of ours are far below 2^53, and a larger one is a fault. */
function getTypeParser(...asked: Parameters<typeof pg.types.getTypeParser>) {
  return asked[0] === pg.types.builtins.INT8 ? safeInteger : pg.types.getTypeParser(...asked)
}

function safeInteger(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new Error(`${text} is not a safe integer`)
  return value
}

/** Unique keys that two processes may write at once after both saw them missing; the second sees them when it tries again. */
const racedKeys = new Set(['idempotency_keys_pk', 'products_slug_key'])

/** SQLSTATE codes: https://www.postgresql.org/docs/current/errcodes-appendix.html */
function failureOf(error: unknown): Failure {
  const { code, message } = error as { code?: unknown; message?: unknown }
  // Serialization failure, deadlock, lock not available, and a key that another process has just written.
  if (typeof code === 'string' && /^(40001|40P01|55P03)$/.test(code)) return 'busy'
  if (code === '23505' && racedKeys.has(String((error as pg.DatabaseError).constraint))) return 'busy'
  // Connection trouble, no resources, operator intervention, system error, read-only.
  if (typeof code === 'string' && /^(08|53|57|58|25006|E(?!RR_)[A-Z])/.test(code)) {
    return 'unavailable'
  }
  return /connection (terminated|timeout)|timeout exceeded when trying to connect|client has encountered/i.test(
    String(message),
  )
    ? 'unavailable'
    : 'bug'
}
