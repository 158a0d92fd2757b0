import { freshFileUrl } from '../server/src/testing/test-database.ts'
import type { Ground } from './fault.ts'
import { startPostgres } from './postgres.ts'

/** The address of an empty database that keeps what is committed, gone when the fault is over. */
export async function freshDurableUrl(on: Ground): Promise<string> {
  return on === 'SQLite' ? freshFileUrl() : (await startPostgres()).url
}

export function fileOf(databaseUrl: string): string {
  return databaseUrl.slice('file:'.length)
}
