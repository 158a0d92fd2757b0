import { setTimeout } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { requireAccount } from '../accounts/has-account.ts'
import { inTransaction } from '../database/transaction.ts'
import { forgetAnswers } from '../idempotency/forget-answers.ts'
import { authCall, bearer, password, signUp } from '../testing/account-client.ts'
import { addTestProduct } from '../testing/add-test-product.ts'
import { call, checkout, stockOf } from '../testing/api-client.ts'
import { checkBooks } from '../testing/check-books.ts'
import { startTestShop } from '../testing/start-test-shop.ts'

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

test('what is written with the token of an account that is deleted meanwhile is nobody’s', async () => {
  const shop = await startTestShop()
  const productId = await addTestProduct(shop, { name: 'Bowl', stock: 9 })
  const { headers } = await signUp(shop)
  const guests = (await checkout(shop.url, [{ productId, quantity: 1 }])).body.order
  // As in another process: this one would refuse the token.
  await shop.database.db.deleteFrom('users').execute()
  const { status, body } = await checkout(shop.url, [{ productId, quantity: 1 }], { headers })
  expect(status).toBe(201)
  const { id, accessToken } = body.order
  expect((await call(shop.url, `/api/orders/${id}?token=${accessToken}`)).status).toBe(200)
  const items = [{ productId, quantity: 1 }]
  const writes: Array<[method: string, path: string, body: unknown]> = [
    ['PUT', 'cart', { items }],
    ['POST', 'cart/merge', { items }],
    ['PUT', `orders/${guests.id}/owner`, { accessToken: guests.accessToken }],
  ]
  for (const [method, path, content] of writes) {
    const reply = await call(shop.url, `/api/${path}`, {
      method,
      headers: { ...headers, 'Content-Type': 'application/json' },
      body: JSON.stringify(content),
    })
    expect([reply.status, reply.body.code]).toEqual([401, 'invalid_token'])
  }
  const { db } = shop.database
  const orders = await db.selectFrom('orders').select(['customer_id', 'email', 'customer_name']).execute()
  const nobody = { customer_id: null, email: null, customer_name: null }
  expect(orders).toEqual([nobody, nobody])
  expect(await db.selectFrom('carts').select('customer_id').execute()).toEqual([])
})

test.runIf(process.env.TEST_ENGINE === 'postgres')(
  'whoever deletes an account waits for what is written for it, and forgets it too',
  async () => {
    const shop = await startTestShop()
    const { id, cookie } = await signUp(shop)
    const items = [{ productId: 'prod_none', quantity: 1 }]
    let deleting: Promise<unknown> | undefined
    await inTransaction(shop.database, async (tx) => {
      await requireAccount(tx, id)
      deleting = authCall(shop.url, 'delete-user', { password }, cookie)
      await setTimeout(500)
      const row = { customer_id: id, items: JSON.stringify(items), version: 1 }
      await tx.insert('carts', [{ ...row, updated_at: new Date().toISOString() }])
    })
    expect(await deleting).toMatchObject({ status: 200 })
    expect(await shop.database.db.selectFrom('carts').select('customer_id').execute()).toEqual([])
  },
)

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
  const orders = await shop.database.db.selectFrom('orders').select(['id', 'customer_id', 'email']).execute()
  const ownerOf = new Map(orders.map(({ id, customer_id, email }) => [id, [customer_id, email]]))
  expect(ids.slice(0, 3).map((id) => ownerOf.get(id))).toEqual([
    [ada.id, ada.email],
    [bo.id, bo.email],
    [null, null],
  ])
  expect((await buy(ada.headers, 2)).status).toBe(422)
  expect((await stockOf(shop.url, productId)).stock).toBe(6)
  await checkBooks(shop.database.db)
  const later = new Date(Date.now() + 49 * 60 * 60 * 1_000)
  expect(await forgetAnswers(shop.database, later)).toBe(3)
})
