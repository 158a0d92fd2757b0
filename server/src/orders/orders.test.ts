import { expect, test } from 'vitest'
import { addTestProduct } from '../testing/add-test-product.ts'
import { call, checkout } from '../testing/api-client.ts'
import { startTestShop } from '../testing/start-test-shop.ts'

test('a guest opens the order with its token, and it is what was answered', async () => {
  const shop = await startTestShop()
  const productId = await addTestProduct(shop, { name: 'Whisk', stock: 3, price: 700 })
  const bought = (await checkout(shop.url, [{ productId, quantity: 2 }])).body.order
  const { accessToken, ...order } = bought
  const { status, body, headers } = await call(shop.url, `/api/orders/${order.id}?token=${accessToken}`)
  expect(status).toBe(200)
  expect(body.order).toEqual(order)
  expect(headers.get('Cache-Control')).toBe('no-store')
})

test('without its token an order is as if it were not there', async () => {
  const shop = await startTestShop()
  const productId = await addTestProduct(shop, { name: 'Whisk', stock: 3 })
  const mine = (await checkout(shop.url, [{ productId, quantity: 1 }])).body.order
  const other = (await checkout(shop.url, [{ productId, quantity: 1 }])).body.order
  for (const query of ['', '?token=', '?token=wrong', `?token=${other.accessToken}`]) {
    const { status, body } = await call(shop.url, `/api/orders/${mine.id}${query}`)
    expect([status, body.code]).toEqual([404, 'order_not_found'])
  }
  expect((await call(shop.url, `/api/orders/ord_none?token=${mine.accessToken}`)).status).toBe(404)
})
