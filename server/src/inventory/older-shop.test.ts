import type { Kysely } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { verifyBooks } from '../books/verify-books.ts'
import { readConfig } from '../config.ts'
import type { Database } from '../database/database.ts'
import { createShop } from '../database/migrations/0001-the-shop.ts'
import { nameActors } from '../database/migrations/0002-who-moved-stock.ts'
import { openOwnersRoom } from '../database/migrations/0005-owners-room.ts'
import { countRevisions } from '../database/migrations/0009-catalog-revisions.ts'
import { chainMovements } from '../database/migrations/0010-chained-movements.ts'
import { numberAnswers } from '../database/migrations/0011-numbered-answers.ts'
import { openDatabase } from '../database/open.ts'
import { freshDatabaseUrl } from '../testing/test-database.ts'
import { selectMovements, selectMovementsOf } from './queries.ts'

test('the movements of an older shop are each chained to the one before, whatever its clock said, and its answers are kept', async () => {
  const database = openDatabase(readConfig({ DATABASE_URL: await freshDatabaseUrl() }).database)
  onTestFinished(() => database.close())
  await run(database, [createShop, nameActors, openOwnersRoom, countRevisions])
  await database.db.transaction().execute(async (tx) => {
    await database.insertRows(tx, 'products', [
      product('bowl', 4, 3),
      product('cup', 2, 1),
      product('new', 0, 0),
    ])
    await database.insertRows(tx, 'stock_movements', [
      movement('bowl', 1, 9, 9, '10:00'),
      movement('bowl', 2, -2, 7, '10:09'),
      movement('cup', 1, 2, 2, '10:05'),
      movement('bowl', 3, -3, 4, '10:02'),
    ])
    await database.insertRows(tx, 'idempotency_keys', [answer('late', '10:09'), answer('early', '10:00')])
  })

  await run(database, [chainMovements, numberAnswers])

  const historyOf = async (id: string) =>
    (await selectMovementsOf(database.db, id, undefined, 9)).map(({ version, stock_after }) => [
      version,
      stock_after,
    ])
  expect(await historyOf('bowl')).toEqual([
    [3, 4],
    [2, 7],
    [1, 9],
  ])
  expect([await historyOf('cup'), await historyOf('new')]).toEqual([[[1, 2]], []])
  expect(
    (await selectMovements(database.db, undefined, 9)).map(({ name, version }) => [name, version]),
  ).toEqual([
    ['bowl', 2],
    ['cup', 1],
    ['bowl', 3],
    ['bowl', 1],
  ])
  expect((await verifyBooks(database.db)).findings).toEqual([])
  const answers = await database.db.selectFrom('idempotency_keys').selectAll().orderBy('id').execute()
  expect(answers).toEqual([
    { id: 1, ...answer('early', '10:00') },
    { id: 2, ...answer('late', '10:09') },
  ])
})

function answer(key: string, time: string) {
  return { owner: 'guest', key, request_hash: '', status: 409, body: '{}', created_at: time }
}

function run({ db, spelling }: Database, migrations: ReadonlyArray<typeof chainMovements>): Promise<void> {
  return db.transaction().execute(async (tx) => {
    for (const migration of migrations) await migration(tx as unknown as Kysely<unknown>, spelling)
  })
}

function product(id: string, stock: number, version: number) {
  const texts = { slug: id, name: id, description: '', category: '', folded_name: id, search_text: id }
  return { id, ...texts, price: 1, currency: 'EUR', stock, version, position: 0, created_at: '' }
}

function movement(productId: string, version: number, delta: number, stockAfter: number, time: string) {
  const why = { reason: 'receipt', cause: 'test', actor: 'shop' }
  return { product_id: productId, version, delta, stock_after: stockAfter, ...why, created_at: time }
}
