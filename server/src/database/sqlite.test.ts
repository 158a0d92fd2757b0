import { existsSync, readFileSync, statSync } from 'node:fs'
import BetterSqlite3 from 'better-sqlite3'
import { sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { Refusal } from '../refusal.ts'
import { addTestProduct } from '../testing/add-test-product.ts'
import { call, checkout, stockOf } from '../testing/api-client.ts'
import { startTestShop, type TestShop } from '../testing/start-test-shop.ts'
import type { Db } from './database.ts'
import { openSqliteFile } from './sqlite-file.ts'
import { inTransaction, performInTransaction, untilKnown } from './transaction.ts'

/** Another process on the same file. */
function anotherConnection(shop: TestShop): BetterSqlite3.Database {
  const other = new BetterSqlite3(shop.databaseUrl.slice('file:'.length))
  onTestFinished(() => void other.close())
  return other
}

test('the connection that reads and the one that writes are durable and check references', async () => {
  const { database } = await startTestShop()
  const settings = async (db: Db) => {
    const found = []
    for (const name of ['journal_mode', 'synchronous', 'foreign_keys']) {
      found.push(...(await sql.raw(`pragma ${name}`).execute(db)).rows)
    }
    return found
  }
  const expected = [{ journal_mode: 'wal' }, { synchronous: 2 }, { foreign_keys: 1 }]
  expect(await settings(database.db)).toEqual(expected)
  expect(await inTransaction(database, (tx) => settings(tx.db))).toEqual(expected)
})

test('the files are made for the eyes of the shop’s own user alone', async () => {
  const { databaseUrl } = await startTestShop()
  for (const file of ['', '-wal', '-shm']) {
    expect(statSync(`${databaseUrl.replace('file:', '')}${file}`).mode & 0o777).toBe(0o600)
  }
})

test('a busy shop copies its log into the file while it goes on', async () => {
  const { database, databaseUrl } = await startTestShop([{ name: 'Bowl', stock: 1 }])
  const file = databaseUrl.replace('file:', '')
  const sizeBefore = statSync(file).size
  for (let count = 0; count < 128; count += 1) {
    await database.db
      .updateTable('products')
      .set({ description: `${count}`.padEnd(10_000) })
      .execute()
  }
  await expect.poll(() => statSync(file).size).toBeGreaterThan(sizeBefore)
})

test('work whose result cannot be sent is told of, and others go on in the same thread', async () => {
  const threads: unknown[] = []
  const keep = (thread: unknown): void => void threads.push(thread)
  process.on('worker', keep)
  onTestFinished(() => void process.off('worker', keep))
  const { database } = await startTestShop()
  const before = threads.length
  const module = (result: string) =>
    `data:text/javascript,export const work = { async run() { return ${result} } }`
  await expect(database.perform(module('{ f() {} }'), null)).rejects.toThrow('could not be cloned')
  expect(await database.perform(module('{ a: undefined, b: [1] }'), null)).toEqual({ a: undefined, b: [1] })
  expect(threads).toHaveLength(before)
})

test('the log begins anew in a shop that is never idle', async () => {
  const { database, databaseUrl } = await startTestShop([{ name: 'Bowl', stock: 1 }])
  const transactions = 1_600
  const pageBytes = 4_096
  const module = `data:text/javascript,export const work = { async run({ db }, price) {
    await db.updateTable('products').set({ price }).execute();
    return price
  } }`
  let left = transactions
  // So that the next always waits when one is done.
  const keepWriting = async (): Promise<void> => {
    while (left-- > 0) await database.perform(module, left)
  }
  await Promise.all(Array.from({ length: 4 }, keepWriting))
  const { size } = statSync(`${databaseUrl.replace('file:', '')}-wal`)
  // Each writes a page at least.
  expect(size).toBeLessThan((transactions * pageBytes) / 2)
})

test.runIf(existsSync('/proc/locks'))(
  'one more connection takes no lock from the others, by which other programs know that the log is in use',
  async () => {
    const { databaseUrl } = await startTestShop()
    const file = databaseUrl.replace('file:', '')
    openSqliteFile(file, 0).close()
    const { ino } = statSync(file)
    const locks = readFileSync('/proc/locks', 'utf8').split('\n')
    expect(
      locks.filter((lock) => lock.includes(` ${process.pid} `) && lock.includes(`:${ino} `)),
    ).toHaveLength(1)
  },
)

test('while another process holds the lock, buying waits; when it holds it too long, buying is refused and works again after', async () => {
  const shop = await startTestShop()
  const productId = await addTestProduct(shop, { name: 'Bowl', stock: 5 })
  const other = anotherConnection(shop)

  other.exec('begin immediate')
  const waiting = checkout(shop.url, [{ productId, quantity: 1 }])
  // Longer than one try waits for the lock.
  setTimeout(() => other.exec('commit'), 800)
  expect((await waiting).status).toBe(201)

  other.exec('begin immediate')
  const refused = await checkout(shop.url, [{ productId, quantity: 1 }], { key: 'k1' })
  expect(refused.status).toBe(503)
  expect(refused.body.code).toBe('unavailable')
  expect(refused.headers.get('Retry-After')).toMatch(/^\d+$/)
  const health = await call(shop.url, '/api/health/ready')
  expect([health.status, health.body.code]).toEqual([503, 'unavailable'])
  expect((await call(shop.url, '/api/products')).status, 'reading goes on').toBe(200)
  other.exec('rollback')

  expect((await checkout(shop.url, [{ productId, quantity: 1 }], { key: 'k1' })).status).toBe(201)
  expect((await call(shop.url, '/api/health/ready')).status).toBe(200)
  expect(await stockOf(shop.url, productId)).toEqual({ stock: 3, version: 3 })
})

test('a full disk refuses buying and loses nothing; when there is room again, the shop sells', async () => {
  const shop = await startTestShop()
  const productId = await addTestProduct(shop, { name: 'Bowl', stock: 200 })
  const pages = await sql<{ page_count: number }>`pragma page_count`.execute(shop.database.db)
  const bound = (pageCount: number | undefined) =>
    inTransaction(shop.database, (tx) => sql.raw(`pragma max_page_count = ${pageCount}`).execute(tx.db))
  await bound(pages.rows[0]?.page_count)
  const statuses: number[] = []
  for (let n = 0; n < 200 && statuses.at(-1) !== 503; n += 1) {
    statuses.push((await checkout(shop.url, [{ productId, quantity: 1 }], { key: `k${n}` })).status)
  }
  const sold = statuses.filter((status) => status === 201).length
  expect(statuses.at(-1)).toBe(503)
  expect(await stockOf(shop.url, productId)).toEqual({ stock: 200 - sold, version: 1 + sold })
  await bound(100_000)
  expect((await checkout(shop.url, [{ productId, quantity: 1 }], { key: `k${sold}` })).status).toBe(201)
})

test('a transaction that cannot begin is refused, not broken', async () => {
  const shop = await startTestShop()
  const other = anotherConnection(shop)
  other.exec('begin immediate')
  await expect(inTransaction(shop.database, async () => 1)).rejects.toBeInstanceOf(Refusal)
})

test('a transaction that has ended by itself takes no more statements', async () => {
  const shop = await startTestShop([{ name: 'Bowl', stock: 5 }])
  const attempt = inTransaction(shop.database, async (tx) => {
    await sql`rollback`.execute(tx.db)
    await tx.db.updateTable('products').set({ price: 1 }).execute()
  })
  await expect(attempt).rejects.toThrow('the transaction is over')
  expect((await call(shop.url, '/api/products')).body.products[0].price).toBe(1_000)
})

/** The address of work during which the thread that writes ends. */
function deathBy(script: string): string {
  return `data:text/javascript,export const work = { run: async () => { ${script} } }`
}

test.for(['setImmediate(() => { throw 1 })', 'process.exit(3)'])(
  'when the thread that writes dies (%s), another takes its place, and the shop sells',
  async (script) => {
    const shop = await startTestShop()
    const productId = await addTestProduct(shop, { name: 'Bowl', stock: 5 })
    await shop.database.perform(deathBy(script), null).catch(() => {})
    await expect
      .poll(async () => (await checkout(shop.url, [{ productId, quantity: 1 }], { key: 'k1' })).status)
      .toBe(201)
    expect(await stockOf(shop.url, productId)).toEqual({ stock: 4, version: 2 })
  },
)

test('a commit whose thread died before it could say so is asked for, and found', async () => {
  const { database } = await startTestShop([{ name: 'Bowl', stock: 5 }])
  const module = `data:text/javascript,export const work = { async run({ db, afterCommit }) {
    const [{ price }] = await db.selectFrom('products').select('price').execute();
    await db.updateTable('products').set({ price: price + 1 }).execute();
    afterCommit(() => { if (price === 1000) process.exit(3) });
    return price + 1
  } }`
  const asked: boolean[] = []
  const price = await untilKnown(database, (again) => {
    asked.push(again)
    return performInTransaction(database, { module, run: () => Promise.reject() }, null)
  })
  expect([asked, price]).toEqual([[false, true], 1_002])
})
