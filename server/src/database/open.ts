import type { Database } from './database.ts'
import { openPostgres } from './postgres.ts'
import { openSqlite } from './sqlite.ts'

/** Where a database is: a SQLite file, which is made if it is missing, or a PostgreSQL server. */
export type DatabaseAddress = { readonly file: string } | { readonly postgresUrl: string }

/**
 * Opens the database. The only place that picks an engine.
 *
 * @param patient whether its statements may take as long as they do, as those that read everything; nobody may wait for them
 */
export function openDatabase(address: DatabaseAddress, { patient = false } = {}): Database {
  return 'file' in address ? openSqlite(address.file) : openPostgres(address.postgresUrl, patient)
}
