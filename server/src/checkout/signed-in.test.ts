import { expect, test } from 'vitest'
import { bearer, signUp } from '../testing/account-client.ts'
import { addTestProduct } from '../testing/add-test-product.ts'
import { call, checkout, stockOf } from '../testing/api-client.ts'
import { checkBooks } from '../testing/check-books.ts'
import { startTestShop } from '../testing/start-test-shop.ts'
import { forgetAnswers } from './forget-answers.ts'

test('a signed-in shopper’s order is theirs, with their address, and needs no access token', async () => {
  const shop = await startTestShop()
  const productId = await addTestProduct(shop, { name: 'Bowl', stock: 9 })
  const { id, email, headers } = await signUp(shop)
  const { status, body } = await checkout(shop.url, [{ productId, quantity: 1 }], { headers })
  expect(status).toBe(201)
  expect(body.order).not.toHaveProperty('accessToken')
  const contact = { email: 'gift@example.org', name: 'Bo' }
  const gift = await checkout(shop.url, [{ productId, quantity: 1 }], { headers, contact })
  const rows = await shop.database.db
    .selectFrom('orders')
    .select(['id', 'customer_id', 'email', 'customer_name'])
    .orderBy('id')
    .execute()
  expect(rows).toEqual([
    { id: body.order.id, customer_id: id, email, customer_name: null },
    { id: gift.body.order.id, customer_id: id, email: contact.email, customer_name: contact.name },
  ])
  expect((await call(shop.url, `/api/orders/${body.order.id}`, { headers })).body).toEqual(body)
})

test('a token that is not valid is refused, and nothing is bought as a guest', async () => {
  const shop = await startTestShop()
  const productId = await addTestProduct(shop, { name: 'Bowl', stock: 9 })
  for (const headers of [bearer('a.b.c'), bearer(''), { Authorization: 'Basic YTpi' }]) {
    const { status, body } = await checkout(shop.url, [{ productId, quantity: 1 }], { headers, key: 'k' })
    expect([status, body.code]).toEqual([401, 'invalid_token'])
  }
  expect(await stockOf(shop.url, productId)).toEqual({ stock: 9, version: 1 })
})

test('the same key of two shoppers and a guest is three keys, also at the same time', async () => {
  const shop = await startTestShop()
  const productId = await addTestProduct(shop, { name: 'Bowl', stock: 9 })
  const [ada, bo] = [await signUp(shop), await signUp(shop)]
  const people = [ada.headers, bo.headers, {}]
  const buy = (headers: Record<string, string>, quantity = 1) =>
    checkout(shop.url, [{ productId, quantity }], { headers, key: 'one-key' })
  const first = await Promise.all([...people, ...people].map((headers) => buy(headers)))
  expect(first.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201, 201])
  const ids = first.map(({ body }) => body.order.id)
  expect(new Set(ids).size).toBe(3)
  expect(ids.slice(3)).toEqual(ids.slice(0, 3))
  expect((await buy(ada.headers, 2)).status).toBe(422)
  expect((await stockOf(shop.url, productId)).stock).toBe(6)
  await checkBooks(shop.database.db)
  const later = new Date(Date.now() + 49 * 60 * 60 * 1_000)
  expect(await forgetAnswers(shop.database, later)).toBe(3)
})
