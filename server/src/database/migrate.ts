import { setTimeout as sleep } from 'node:timers/promises'
import { type Kysely, sql } from 'kysely'
import { Migrator } from 'kysely/migration'
import { StartRefusal } from '../refusal.ts'
import type { Database, Spelling } from './database.ts'
import { createShop } from './migrations/0001-the-shop.ts'
import { nameActors } from './migrations/0002-who-moved-stock.ts'
import { createAccounts } from './migrations/0003-accounts.ts'
import { nameCustomers } from './migrations/0004-orders-of-shoppers.ts'
import { openOwnersRoom } from './migrations/0005-owners-room.ts'
import { keepCarts } from './migrations/0006-kept-carts.ts'
import { countTries } from './migrations/0007-tries.ts'
import { sortShelves } from './migrations/0008-shelves.ts'
import { countRevisions } from './migrations/0009-catalog-revisions.ts'
import { chainMovements } from './migrations/0010-chained-movements.ts'
import { numberAnswers } from './migrations/0011-numbered-answers.ts'

type Migration = (db: Kysely<unknown>, spelling: Spelling) => Promise<void>

/** In the order they run. A migration that has landed is never changed. */
const migrations: Record<string, Migration> = {
  '0001-the-shop': createShop,
  '0002-who-moved-stock': nameActors,
  '0003-accounts': createAccounts,
  '0004-orders-of-shoppers': nameCustomers,
  '0005-owners-room': openOwnersRoom,
  '0006-kept-carts': keepCarts,
  '0007-tries': countTries,
  '0008-shelves': sortShelves,
  '0009-catalog-revisions': countRevisions,
  '0010-chained-movements': chainMovements,
  '0011-numbered-answers': numberAnswers,
}

/** How long other processes that start at the same time may hold the database. */
const busyWaitMaxMs = 30_000
const busyPauseMs = 20

/**
 * Brings the database to this version of the code, also when several processes do so at once.
 *
 * @throws StartRefusal when the database was written by a newer version
 */
export async function migrate(database: Database): Promise<void> {
  const deadline = performance.now() + busyWaitMaxMs
  for (;;) {
    try {
      return await migrateOnce(database)
    } catch (error) {
      if (database.failureOf(error) !== 'busy' || performance.now() > deadline) throw error
      await sleep(busyPauseMs * (0.5 + Math.random()))
    }
  }
}

async function migrateOnce(database: Database): Promise<void> {
  const spelled = Object.entries(migrations).map(([name, run]) => {
    return [name, { up: (db: Kysely<unknown>) => runUnhurried(database, db, run) }]
  })
  const migrator = new Migrator({
    db: database.db,
    provider: { getMigrations: async () => Object.fromEntries(spelled) },
  })
  await refuseNewer(database)
  const { error } = await database.patiently(() => migrator.migrateToLatest())
  if (error) throw error
}

/** To index or copy a large table takes longer than a statement of the shop may. */
async function runUnhurried(
  { engine, spelling }: Database,
  db: Kysely<unknown>,
  run: Migration,
): Promise<void> {
  if (engine === 'postgres') await sql`set local statement_timeout = 0`.execute(db)
  await run(db, spelling)
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
    throw new StartRefusal(
      `DATABASE_URL: the database is newer than this version of Onhand: it has ${unknown.name}; please update Onhand`,
    )
  }
}
