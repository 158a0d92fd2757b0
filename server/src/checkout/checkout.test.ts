import { expect, test } from 'vitest'
import { inTransaction } from '../database/transaction.ts'
import { changeStock } from '../inventory/change-stock.ts'
import { addTestProduct } from '../testing/add-test-product.ts'
import { call, checkout, stockOf } from '../testing/api-client.ts'
import { checkBooks } from '../testing/check-books.ts'
import { shared } from '../testing/shared.ts'
import { openTestShop, startTestShop } from '../testing/start-test-shop.ts'

const untouchedShop = shared(() => startTestShop())

test('buys what is there at the price of the database, and says what was bought', async () => {
  const shop = await startTestShop()
  const bowl = await addTestProduct(shop, { name: 'Bowl', stock: 5, price: 4_200 })
  const cup = await addTestProduct(shop, { name: 'Cup', stock: 9, price: 1_150 })
  const items = [
    { productId: bowl, quantity: 2 },
    { productId: cup, quantity: 3 },
  ]
  const { status, body } = await checkout(shop.url, items, {
    contact: { email: 'ada@example.org', name: ' Ada ' },
  })
  expect(status).toBe(201)
  expect(body.order).toEqual({
    id: expect.stringMatching(/^ord_\w{32}$/),
    status: 'placed',
    items: [
      { productId: bowl, name: 'Bowl', quantity: 2, unitPrice: 4_200, total: 8_400 },
      { productId: cup, name: 'Cup', quantity: 3, unitPrice: 1_150, total: 3_450 },
    ],
    total: 11_850,
    currency: 'EUR',
    createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
    accessToken: expect.stringMatching(/^[\w-]{32}$/),
  })
  expect(await stockOf(shop.url, bowl)).toEqual({ stock: 3, version: 2 })
  expect(await stockOf(shop.url, cup)).toEqual({ stock: 6, version: 2 })
  const row = await shop.database.db.selectFrom('orders').selectAll().executeTakeFirstOrThrow()
  expect(row).toMatchObject({ email: 'ada@example.org', customer_name: 'Ada', total: 11_850 })
  expect(JSON.stringify(row)).not.toContain(body.order.accessToken)
  await checkBooks(shop.database.db)
})

test('names every short line at once, and takes nothing', async () => {
  const shop = await startTestShop()
  const bowl = await addTestProduct(shop, { name: 'Bowl', stock: 5 })
  const cup = await addTestProduct(shop, { name: 'Cup', stock: 1 })
  const gone = await addTestProduct(shop, { name: 'Gone', stock: 0 })
  const items = [
    { productId: bowl, quantity: 1 },
    { productId: cup, quantity: 2 },
    { productId: gone, quantity: 1 },
  ]
  const { status, body, headers } = await checkout(shop.url, items)
  expect(status).toBe(409)
  expect(headers.get('Content-Type')).toMatch('application/problem+json')
  expect(body).toMatchObject({
    status: 409,
    code: 'insufficient_stock',
    requestId: headers.get('X-Request-Id'),
    shortages: [
      { productId: cup, name: 'Cup', requested: 2, available: 1, version: 1 },
      { productId: gone, name: 'Gone', requested: 1, available: 0, version: 0 },
    ],
  })
  expect(await stockOf(shop.url, bowl)).toEqual({ stock: 5, version: 1 })
  await checkBooks(shop.database.db)
})

test('names every unknown product, and takes nothing', async () => {
  const shop = await startTestShop()
  const bowl = await addTestProduct(shop, { name: 'Bowl', stock: 5 })
  const items = ['prod_x', bowl, 'prod_y'].map((productId) => ({ productId, quantity: 1 }))
  const { status, body } = await checkout(shop.url, items)
  expect(status).toBe(404)
  expect(body).toMatchObject({ code: 'product_not_found', productIds: ['prod_x', 'prod_y'] })
  expect(await stockOf(shop.url, bowl)).toEqual({ stock: 5, version: 1 })
})

test.for([
  ['no items', { items: [] }, 'items'],
  ['no body members', {}, 'items'],
  ['a quantity of 0', { items: [{ productId: 'p', quantity: 0 }] }, 'items.0.quantity'],
  ['a negative quantity', { items: [{ productId: 'p', quantity: -1 }] }, 'items.0.quantity'],
  ['a fraction', { items: [{ productId: 'p', quantity: 1.5 }] }, 'items.0.quantity'],
  ['a quantity of 1000', { items: [{ productId: 'p', quantity: 1_000 }] }, 'items.0.quantity'],
  ['a text as quantity', { items: [{ productId: 'p', quantity: '1' }] }, 'items.0.quantity'],
  ['a huge quantity', { items: [{ productId: 'p', quantity: 1e300 }] }, 'items.0.quantity'],
  ['an object as id', { items: [{ productId: { $ne: '' }, quantity: 1 }] }, 'items.0.productId'],
  ['one product twice', { items: [1, 2].map((quantity) => ({ productId: 'p', quantity })) }, 'items'],
  [
    '101 items',
    { items: Array.from({ length: 101 }, (_, n) => ({ productId: `p${n}`, quantity: 1 })) },
    'items',
  ],
  ['a price from outside', { items: [{ productId: 'p', quantity: 1, unitPrice: 1 }] }, 'items.0'],
  ['a total from outside', { items: [{ productId: 'p', quantity: 1 }], total: 1 }, ''],
  [
    'a wrong address',
    { items: [{ productId: 'p', quantity: 1 }], contact: { email: 'ada' } },
    'contact.email',
  ],
  ['a list', [], ''],
] as const)('refuses %s and says where', async ([, body, path]) => {
  const shop = untouchedShop()
  const reply = await call(shop.url, '/api/cart/checkout', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  })
  expect(reply.status).toBe(400)
  expect(reply.body).toMatchObject({
    code: 'invalid_request',
    errors: expect.arrayContaining([{ path, message: expect.any(String) }]),
  })
})

test('says of a wrong address what a right one looks like', async () => {
  const shop = untouchedShop()
  const { body } = await checkout(shop.url, [{ productId: 'p', quantity: 1 }], { contact: { email: 'ada' } })
  const message = 'expected an e-mail address, such as ada@example.org'
  expect(body).toMatchObject({
    detail: `contact.email: ${message}.`,
    errors: [{ path: 'contact.email', message }],
  })
})

test('refuses members that would reach a prototype', async () => {
  const shop = untouchedShop()
  const body = '{"items":[{"productId":"p","quantity":1}],"__proto__":{"admin":true}}'
  const reply = await call(shop.url, '/api/cart/checkout', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body,
  })
  expect(reply.status).toBe(400)
  expect(({} as { admin?: boolean }).admin).toBeUndefined()
})

test('the same key and body get the same answer, also when sent at once, and buy once', async () => {
  const shop = await startTestShop()
  const bowl = await addTestProduct(shop, { name: 'Bowl', stock: 5 })
  const items = [{ productId: bowl, quantity: 1 }]
  const replies = await Promise.all(
    Array.from({ length: 20 }, () => checkout(shop.url, items, { key: 'k1' })),
  )
  expect(new Set(replies.map((reply) => JSON.stringify(reply.body))).size).toBe(1)
  expect(replies.every((reply) => reply.status === 201)).toBe(true)
  expect(replies.filter((reply) => reply.headers.get('Idempotency-Replayed') === 'true')).toHaveLength(19)
  expect(await stockOf(shop.url, bowl)).toEqual({ stock: 4, version: 2 })
  await checkBooks(shop.database.db)
})

test('a refusal is replayed too, even when there is enough by then', async () => {
  const shop = await startTestShop()
  const bowl = await addTestProduct(shop, { name: 'Bowl', stock: 0 })
  const first = await checkout(shop.url, [{ productId: bowl, quantity: 1 }], { key: 'k1' })
  await inTransaction(shop.database, (tx) =>
    changeStock(tx, shop.stockFeed, [
      { productId: bowl, delta: 3, reason: 'receipt', cause: 'test', actor: 'shop' },
    ]),
  )
  const again = await checkout(shop.url, [{ productId: bowl, quantity: 1 }], { key: 'k1' })
  expect([first.status, again.status]).toEqual([409, 409])
  expect(again.body).toEqual(first.body)
  expect(again.headers.get('Idempotency-Replayed')).toBe('true')
  expect((await checkout(shop.url, [{ productId: bowl, quantity: 1 }], { key: 'k2' })).status).toBe(201)
})

test('a name with half a character in it is refused alike on both engines', async () => {
  const shop = await startTestShop()
  const productId = await addTestProduct(shop, { name: 'Bowl', stock: 3 })
  const contact = { email: 'ann@example.org', name: 'Ann \ud800' }
  const body = JSON.stringify({ items: [{ productId, quantity: 1 }], contact })
  const headers = { 'Content-Type': 'application/json' }
  const reply = await call(shop.url, '/api/cart/checkout', { method: 'POST', headers, body })
  expect([reply.status, reply.body.errors[0].path]).toEqual([400, 'contact.name'])
})

test('an answer is replayed after a restart', async () => {
  const shop = await startTestShop()
  const bowl = await addTestProduct(shop, { name: 'Bowl', stock: 5 })
  const items = [{ productId: bowl, quantity: 1 }]
  const first = await checkout(shop.url, items, { key: 'k1' })
  await shop.close()
  const restarted = await openTestShop(shop.databaseUrl)
  const again = await checkout(restarted.url, items, { key: 'k1' })
  expect(again.body).toEqual(first.body)
  expect(again.headers.get('Idempotency-Replayed')).toBe('true')
  expect(await stockOf(restarted.url, bowl)).toEqual({ stock: 4, version: 2 })
})

test('refuses a key that was used with another body', async () => {
  const shop = await startTestShop()
  const bowl = await addTestProduct(shop, { name: 'Bowl', stock: 5 })
  await checkout(shop.url, [{ productId: bowl, quantity: 1 }], { key: 'k1' })
  const other = await checkout(shop.url, [{ productId: bowl, quantity: 2 }], { key: 'k1' })
  expect(other.status).toBe(422)
  expect(other.body.code).toBe('idempotency_key_reused')
  expect(await stockOf(shop.url, bowl)).toEqual({ stock: 4, version: 2 })
})

test.for([
  ['empty', ''],
  ['with a space', 'a b'],
  ['too long', 'k'.repeat(256)],
])('refuses a key that is %s', async ([, key]) => {
  const shop = untouchedShop()
  const reply = await checkout(shop.url, [{ productId: 'p', quantity: 1 }], { key: key as string })
  expect(reply.status).toBe(400)
  expect(reply.body.errors[0].path).toBe('Idempotency-Key')
})
