import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { Db } from '../database/database.ts'
import { inTransaction } from '../database/transaction.ts'
import { addTestProduct } from '../testing/add-test-product.ts'
import { checkout } from '../testing/api-client.ts'
import { shared } from '../testing/shared.ts'
import { startTestShop, type TestShop } from '../testing/start-test-shop.ts'
import { verifyBooks } from './verify-books.ts'

async function startTradedShop(): Promise<TestShop> {
  const shop = await startTestShop()
  const bowl = await addTestProduct(shop, { name: 'Bowl', stock: 9 })
  const cup = await addTestProduct(shop, { name: 'Cup', stock: 9 })
  for (const key of ['k1', 'k2']) {
    const items = [bowl, cup].map((productId) => ({ productId, quantity: 2 }))
    expect((await checkout(shop.url, items, { key })).status).toBe(201)
  }
  return shop
}

const tradedShop = shared(startTradedShop)

test('books of a shop that traded add up', async () => {
  const shop = tradedShop()
  expect(await verifyBooks(shop.database.db)).toEqual({
    findings: [],
    counted: { products: 2, movements: 6, orders: 2 },
  })
})

test.for([
  ['update products set stock = stock + 1', 'a product has what its movements add up to'],
  ['update products set version = version + 1', 'a product has what its movements add up to'],
  [
    'delete from stock_movements where version = 2',
    'versions have no gap, and each movement starts where the last one ended',
  ],
  [
    'update stock_movements set stock_after = 1 where version = 1',
    'versions have no gap, and each movement starts where the last one ended',
  ],
  [
    'update stock_movements set previous_id = 0 where version = 2',
    'versions have no gap, and each movement starts where the last one ended',
  ],
  ['update products set last_movement_id = null', 'the history of a product ends at its version'],
  [
    'update products set last_movement_id = (select max(id) from stock_movements)',
    'the history of a product ends at its version',
  ],
  ['delete from stock_movements where version = 3', 'each order line was taken from the stock once'],
  ['update order_lines set quantity = 3', 'each order line was taken from the stock once'],
  ["update stock_movements set cause = 'ord_none' where version = 2", 'each sale belongs to an order line'],
  ['delete from order_lines where position = 0', 'each sale belongs to an order line'],
  ["update orders set status = 'cancelled'", 'each line of a cancelled order came back once'],
  [
    "update stock_movements set reason = 'cancellation' where version = 1",
    'each return belongs to a cancelled order',
  ],
  ['update orders set total = total + 1', 'an order has lines, and they make its total'],
  ['delete from order_lines', 'an order has lines, and they make its total'],
  [
    "update idempotency_keys set body = replace(body, 'ord_', 'ord_x')",
    'an order that was answered exists, and was answered for one key',
  ],
  [
    "update idempotency_keys set body = (select body from idempotency_keys where key = 'k1')",
    'an order that was answered exists, and was answered for one key',
  ],
  [
    "update stock_movements set cause = '' where version = 1",
    'each movement names its reason, cause and actor',
  ],
  ["delete from idempotency_keys where key = 'k1'", 'an order of the last day has its kept answer'],
] as const)('finds what "%s" breaks', async ([damage, rule]) => {
  const { findings } = await inTransactionUndone(tradedShop(), async (db) => {
    await sql.raw(damage).execute(db)
    return verifyBooks(db)
  })
  expect(findings.map((finding) => finding.rule)).toContain(rule)
  for (const { subject, detail } of findings)
    expect([subject, detail]).toEqual([expect.any(String), expect.any(String)])
})

test('finds a stock below zero, which the database refuses on its own', async () => {
  const { database } = await startTradedShop()
  await inTransaction(database, async ({ db }) => {
    const unguard =
      database.engine === 'sqlite'
        ? 'pragma ignore_check_constraints = on'
        : 'alter table products drop constraint products_stock_check'
    await sql.raw(unguard).execute(db)
    await sql`update products set stock = -1 where name = 'Bowl'`.execute(db)
  })
  const { findings } = await verifyBooks(database.db)
  expect(findings).toMatchObject([
    { rule: 'a product has what its movements add up to', detail: expect.stringMatching(/^stock -1 at/) },
  ])
})

const script = fileURLToPath(new URL('../../../scripts/verify.ts', import.meta.url))

test('npm run verify ends with 0 on good books, and with 1 on damaged ones, which it names', async () => {
  const { databaseUrl, database } = await startTradedShop()
  const verify = () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [script], {
      encoding: 'utf8',
      env: { ...process.env, DATABASE_URL: databaseUrl },
    })
    return [status, stdout + stderr]
  }
  expect(verify()).toEqual([
    0,
    expect.stringContaining('The books balance: 2 products, 6 movements, 2 orders'),
  ])
  await sql`update products set stock = stock + 1 where name = 'Bowl'`.execute(database.db)
  expect(verify()).toEqual([
    1,
    expect.stringMatching(/✗ a product has what its movements add up to: prod_.*: stock 6 at version 3/),
  ])
})

/** The damage is undone, so that the next finds the books in order. */
async function inTransactionUndone<T>({ database }: TestShop, work: (db: Db) => Promise<T>): Promise<T> {
  const tx = await database.db.startTransaction().execute()
  try {
    return await work(tx)
  } finally {
    await tx.rollback().execute()
  }
}
