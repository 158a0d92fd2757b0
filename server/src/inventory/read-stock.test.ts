import { expect, test } from 'vitest'
import { addTestProduct } from '../testing/add-test-product.ts'
import { call, checkout } from '../testing/api-client.ts'
import { startTestShop } from '../testing/start-test-shop.ts'

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
  expect(body).toEqual({ stock: [{ productId: bowl, stock: 5, version: 1 }] })
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
