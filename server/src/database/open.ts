import type { Database } from './database.ts'
import { openSqlite } from './sqlite.ts'

/** Opens the database in `file`, which is made if it is missing. The only place that picks an engine. */
export function openDatabase(file: string): Database {
  return openSqlite(file)
}
