import type { Kysely } from 'kysely'
import { Migrator } from 'kysely/migration'
import type { Database, Spelling } from './database.ts'
import * as theShop from './migrations/0001-the-shop.ts'

/** In the order they run. A migration that has landed is never changed. */
const migrations: Record<string, { up(db: Kysely<unknown>, spelling: Spelling): Promise<void> }> = {
  '0001-the-shop': theShop,
}

/**
 * Brings the database to this version of the code.
 *
 * @throws Error when the database was written by a newer version, or a migration failed
 */
export async function migrate(database: Database): Promise<void> {
  const spelled = Object.entries(migrations).map(([name, { up }]) => {
    return [name, { up: (db: Kysely<unknown>) => up(db, database.spelling) }]
  })
  const migrator = new Migrator({
    db: database.db,
    provider: { getMigrations: async () => Object.fromEntries(spelled) },
  })
  await refuseNewer(database)
  const { error } = await migrator.migrateToLatest()
  if (error) throw new Error('the database could not be migrated', { cause: error })
}

async function refuseNewer(database: Database): Promise<void> {
  const tables = await database.db.introspection.getTables({ withInternalKyselyTables: true })
  if (!tables.some((table) => table.name === 'kysely_migration')) return
  const executed = await database.db
    .withTables<{ kysely_migration: { name: string } }>()
    .selectFrom('kysely_migration')
    .select('name')
    .execute()
  const unknown = executed.find(({ name }) => !(name in migrations))
  if (unknown) {
    throw new Error(
      `the database is newer than this version of Onhand: it has ${unknown.name}; please update Onhand`,
    )
  }
}
