import { expect, test } from 'vitest'
import { addTestProduct } from '../testing/add-test-product.ts'
import { call, checkout } from '../testing/api-client.ts'
import { startTestShop } from '../testing/start-test-shop.ts'
import { readStockFor } from './read-stock.ts'

test('tells the stock of the products named that are for sale, and nothing again while it stays', async () => {
  const shop = await startTestShop()
  const bowl = await addTestProduct(shop, { name: 'Bowl', stock: 5 })
  const cup = await addTestProduct(shop, { name: 'Cup', stock: 2 })
  await addTestProduct(shop, { name: 'Jug', stock: 9 })
  await shop.database.db
    .updateTable('products')
    .set({ withdrawn_at: '2026-01-01' })
    .where('id', '=', cup)
    .execute()
  const address = `/api/stock?products=${bowl},${cup},none,${bowl}`
  const { body, headers } = await call(shop.url, address)
  expect(body).toEqual({ stock: [{ productId: bowl, stock: 5, version: 1 }], catalogRevision: 0 })
  expect(headers.get('Cache-Control')).toBe('no-cache')

  const again = { headers: { 'If-None-Match': headers.get('ETag') ?? '' } }
  expect((await call(shop.url, address, again)).status).toBe(304)
  await checkout(shop.url, [{ productId: bowl, quantity: 1 }])
  const { status, body: later } = await call(shop.url, address, again)
  expect([status, later.stock[0]]).toEqual([200, { productId: bowl, stock: 4, version: 2 }])
})

test('refuses to tell the stock of no, unnamed or too many products', async () => {
  const shop = await startTestShop()
  const many = Array.from({ length: 501 }, (_, n) => `p${n}`).join(',')
  for (const query of ['', '?products=', `?products=${many}`]) {
    const { status, body } = await call(shop.url, `/api/stock${query}`)
    expect([status, body.code, body.errors[0].path]).toEqual([400, 'invalid_request', 'products'])
  }
})

test('read for many streams at once are the products that they name, or all rather than thousands of names', async () => {
  const shop = await startTestShop()
  const bowl = await addTestProduct(shop, { name: 'Bowl', stock: 5 })
  const cup = await addTestProduct(shop, { name: 'Cup', stock: 2 })
  const read = async (...wanted: ReadonlyArray<ReadonlySet<string> | undefined>) =>
    (await readStockFor(shop.database.db, wanted)).map(({ productId }) => productId).sort()
  const names = (count: number) => new Set(Array.from({ length: count }, (_, n) => `none-${n}`))
  expect(await read(new Set([bowl]), names(1_900))).toEqual([bowl])
  expect(await read(new Set([bowl]), new Set([cup]))).toEqual([bowl, cup].sort())
  expect(await read(new Set([bowl]), undefined)).toEqual([bowl, cup].sort())
  expect(await read(new Set([bowl]), names(2_001))).toEqual([bowl, cup].sort())
})
