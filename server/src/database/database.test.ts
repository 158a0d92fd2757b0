import { sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { readConfig } from '../config.ts'
import { call } from '../testing/api-client.ts'
import { checkBooks } from '../testing/check-books.ts'
import { shared } from '../testing/shared.ts'
import { openTestShops, startTestShop } from '../testing/start-test-shop.ts'
import { freshDatabaseUrl } from '../testing/test-database.ts'
import { migrate } from './migrate.ts'
import { openDatabase } from './open.ts'
import { inTransaction } from './transaction.ts'

const untouchedShop = shared(() => startTestShop([{ name: 'Bowl', stock: 1 }]))

test.for([
  'update products set price = -1',
  'update products set stock = -1',
  "update products set stock = 'many'",
  'update products set version = -1',
  'delete from products',
  'update stock_movements set stock_after = -1',
  'update stock_movements set delta = 0',
  'update stock_movements set version = 2',
  'insert into stock_movements select * from stock_movements',
])('the database itself refuses: %s', async (damage) => {
  const { db } = untouchedShop().database
  await expect(sql.raw(damage).execute(db)).rejects.toThrow(/constraint|store|invalid input/i)
})

test('rows come back as they went in: with what is null in some, in all or in none, and however many', async () => {
  const shop = await startTestShop()
  const rows = Array.from({ length: 23 }, (_, n) => ({
    id: `ord_${String(n).padStart(2, '0')}`,
    status: 'placed' as const,
    total: n,
    currency: 'EUR',
    email: n % 3 === 0 ? `kim${n}@example.org` : null,
    customer_name: null,
    customer_id: n === 22 ? 'somebody' : null,
    access_token_hash: `hash ${n}`,
    created_at: '2026-11-24T12:00:00.000Z',
  }))
  await inTransaction(shop.database, (tx) => tx.insert('orders', rows))
  expect(await shop.database.db.selectFrom('orders').selectAll().orderBy('id').execute()).toEqual(rows)
})

test('no column that may be null has a default, so that null can be left out', async () => {
  const { db, engine } = untouchedShop().database
  const defaults =
    engine === 'sqlite'
      ? sql`select m.name || '.' || c.name as "column" from sqlite_schema m, pragma_table_info(m.name) c
          where m.type = 'table' and c."notnull" = 0 and c.dflt_value is not null`
      : sql`select table_name || '.' || column_name as "column" from information_schema.columns
          where table_schema = 'public' and is_nullable = 'YES' and column_default is not null`
  expect((await defaults.execute(db)).rows).toEqual([])
})

test('migrating twice changes nothing', async () => {
  const shop = await startTestShop([{ name: 'Bowl', stock: 1 }])
  await migrate(shop.database)
  expect((await call(shop.url, '/api/products')).body.products).toHaveLength(1)
})

test('ten shops that open an empty database at the same moment migrate and fill it once', async () => {
  const shops = await openTestShops(await freshDatabaseUrl(), 10, { SAMPLE_DATA: 'on' })
  for (const { url } of shops) expect((await call(url, '/api/products')).body.products).toHaveLength(24)
  await checkBooks(shops[0].database.db)
})

test('a migration that breaks halfway leaves nothing behind, and runs whole the next time', async () => {
  const database = openDatabase(readConfig({ DATABASE_URL: await freshDatabaseUrl() }).database)
  onTestFinished(() => database.close())
  await sql`create table orders (id text)`.execute(database.db)
  await expect(migrate(database)).rejects.toThrow(/already exists/)
  await sql`drop table orders`.execute(database.db)
  await migrate(database)
  expect(await database.db.selectFrom('products').select('id').execute()).toEqual([])
})

test.runIf(process.env.TEST_ENGINE === 'postgres')('a migration may take its time', async () => {
  const config = readConfig({ DATABASE_URL: await freshDatabaseUrl() })
  const database = openDatabase(config.database)
  onTestFinished(() => database.close())
  const refuse = sql`create function refuse_hurry() returns event_trigger language plpgsql as $$ begin
    if current_setting('statement_timeout') <> '0' then raise 'in a hurry'; end if; end $$`
  await refuse.execute(database.db)
  const guard = sql`create event trigger no_hurry on ddl_command_start when tag in ('CREATE INDEX')
    execute function refuse_hurry()`
  await guard.execute(database.db)
  await migrate(database)
  const { rows } = await sql<{ statement_timeout: string }>`show statement_timeout`.execute(database.db)
  expect(rows[0]?.statement_timeout).not.toBe('0')
})

test('a database of a newer version is refused with a clear line, and left as it is', async () => {
  const database = openDatabase(readConfig({ DATABASE_URL: await freshDatabaseUrl() }).database)
  onTestFinished(() => database.close())
  await migrate(database)
  await sql`insert into kysely_migration (name, timestamp) values ('9999-from-the-future', '')`.execute(
    database.db,
  )
  await expect(migrate(database)).rejects.toThrow(
    /newer than this version of Onhand: it has 9999-from-the-future/,
  )
})

test('nothing is kept, and nobody is told, when the work fails', async () => {
  const shop = await startTestShop([{ name: 'Bowl', stock: 1 }])
  const told: string[] = []
  const attempt = inTransaction(shop.database, async (tx) => {
    tx.afterCommit(() => told.push('committed'))
    await tx.db.updateTable('products').set({ price: 1 }).execute()
    throw new Error('on purpose')
  })
  await expect(attempt).rejects.toThrow('on purpose')
  const { price } = await shop.database.db.selectFrom('products').select('price').executeTakeFirstOrThrow()
  expect([price, told]).toEqual([1_000, []])
})

test('the same of work that is done where the database writes', async () => {
  const { database } = await startTestShop([{ name: 'Bowl', stock: 1 }])
  const module = `data:text/javascript,export const work = { async run({ db }) {
    await db.updateTable('products').set({ price: 1 }).execute();
    throw new Error('on purpose')
  } }`
  await expect(database.perform(module, null)).rejects.toThrow('on purpose')
  const { price } = await database.db.selectFrom('products').select('price').executeTakeFirstOrThrow()
  expect(price).toBe(1_000)
})
