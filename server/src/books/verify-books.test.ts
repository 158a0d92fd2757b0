import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { Db } from '../database/database.ts'
import { addTestProduct } from '../testing/add-test-product.ts'
import { checkout } from '../testing/api-client.ts'
import { shared } from '../testing/shared.ts'
import { startTestShop, type TestShop } from '../testing/start-test-shop.ts'
import { verifyBooks } from './verify-books.ts'

const tradedShop = shared(async (whenOver) => {
  const shop = await startTestShop([], whenOver)
  const bowl = await addTestProduct(shop, { name: 'Bowl', stock: 9 })
  const cup = await addTestProduct(shop, { name: 'Cup', stock: 9 })
  for (const key of ['k1', 'k2']) {
    const items = [bowl, cup].map((productId) => ({ productId, quantity: 2 }))
    expect((await checkout(shop.url, items, { key })).status).toBe(201)
  }
  return shop
})

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
] as const)('finds what "%s" breaks', async ([damage, rule]) => {
  const { findings } = await inTransactionUndone(tradedShop(), async (db) => {
    await sql.raw(damage).execute(db)
    return verifyBooks(db)
  })
  expect(findings.map((finding) => finding.rule)).toContain(rule)
  for (const { subject, detail } of findings)
    expect([subject, detail]).toEqual([expect.any(String), expect.any(String)])
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
