import BetterSqlite3 from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { inTransaction } from '../database/transaction.ts'
import { addTestProduct } from '../testing/add-test-product.ts'
import { call, checkout } from '../testing/api-client.ts'
import { startTestShop } from '../testing/start-test-shop.ts'

test('after each purchase the list shows what is left, whoever asks', async () => {
  const shop = await startTestShop()
  const productId = await addTestProduct(shop, { name: 'Bowl', stock: 30 })
  for (let left = 29; left >= 0; left -= 1) {
    await checkout(shop.url, [{ productId, quantity: 1 }])
    const lists = await Promise.all([1, 2].map(() => call(shop.url, '/api/products')))
    expect(lists.map(({ body }) => body.products[0].stock)).toEqual([left, left])
  }
})

test('a refused or failed write does not bring an old list back', async () => {
  const shop = await startTestShop()
  const productId = await addTestProduct(shop, { name: 'Bowl', stock: 3 })
  const list = async () => (await call(shop.url, '/api/products')).body.products[0].stock
  await list()
  await checkout(shop.url, [{ productId, quantity: 2 }])
  await checkout(shop.url, [{ productId, quantity: 2 }], { key: 'short' })
  expect([await list(), await list()]).toEqual([1, 1])
  const failing = inTransaction(shop.database, async (tx) => {
    await tx.db.updateTable('products').set({ stock: 77 }).execute()
    throw new Error('on purpose')
  })
  await expect(failing).rejects.toThrow('on purpose')
  expect([await list(), await list()]).toEqual([1, 1])
})

test.runIf(process.env.TEST_ENGINE === 'sqlite')(
  'what another process writes is in the next list',
  async () => {
    const shop = await startTestShop([{ name: 'Bowl', stock: 3 }])
    await call(shop.url, '/api/products')
    const other = new BetterSqlite3(shop.databaseUrl.slice('file:'.length))
    onTestFinished(() => void other.close())
    other.exec('update products set price = 777')
    expect((await call(shop.url, '/api/products')).body.products[0].price).toBe(777)
  },
)
