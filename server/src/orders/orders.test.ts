import { expect, test } from 'vitest'
import { authCall, password, signUp } from '../testing/account-client.ts'
import { addTestProduct } from '../testing/add-test-product.ts'
import { call, checkout } from '../testing/api-client.ts'
import { checkBooks } from '../testing/check-books.ts'
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

test('a shopper sees all of their orders, newest first, page by page, and nobody else’s', async () => {
  const shop = await startTestShop()
  const productId = await addTestProduct(shop, { name: 'Whisk', stock: 50 })
  const [ada, bo] = [await signUp(shop), await signUp(shop)]
  const bought: string[] = []
  for (let orders = 0; orders < 5; orders += 1) {
    bought.unshift((await checkout(shop.url, [{ productId, quantity: 1 }], ada)).body.order.id)
    await checkout(shop.url, [{ productId, quantity: 1 }], bo)
    await checkout(shop.url, [{ productId, quantity: 1 }])
  }
  const seen: string[] = []
  for (let cursor = ''; ; ) {
    const query = `?limit=2${cursor && `&cursor=${cursor}`}`
    const { body } = await call(shop.url, `/api/orders${query}`, { headers: ada.headers })
    seen.push(...body.orders.map((order: { id: string }) => order.id))
    expect(body.orders[0].items).toHaveLength(1)
    if (body.nextCursor === null) break
    cursor = body.nextCursor
  }
  expect(seen).toEqual(bought)
  expect((await call(shop.url, '/api/orders?limit=101', { headers: ada.headers })).status).toBe(400)
})

test('a guest’s order is claimed with its token, once, and then is in the list', async () => {
  const shop = await startTestShop()
  const productId = await addTestProduct(shop, { name: 'Whisk', stock: 3 })
  const { id, accessToken } = (await checkout(shop.url, [{ productId, quantity: 2 }])).body.order
  const [ada, bo] = [await signUp(shop), await signUp(shop)]
  const claim = (token: string, headers: Record<string, string>) =>
    call(shop.url, `/api/orders/${id}/owner`, {
      method: 'PUT',
      headers: { ...headers, 'Content-Type': 'application/json' },
      body: JSON.stringify({ accessToken: token }),
    })
  expect((await claim('wrong', ada.headers)).body.code).toBe('order_not_found')
  expect((await claim(accessToken, {})).body.code).toBe('not_signed_in')
  expect((await claim(accessToken, ada.headers)).status).toBe(200)
  expect((await claim(accessToken, ada.headers)).status).toBe(200)
  expect((await claim(accessToken, bo.headers)).body.code).toBe('order_not_found')
  const listOf = async (headers: Record<string, string>) =>
    (await call(shop.url, '/api/orders', { headers })).body.orders
  expect(await listOf(ada.headers)).toMatchObject([{ id, total: 2_000 }])
  expect(await listOf(bo.headers)).toEqual([])
})

test('of a deleted account the orders stay, without the person', async () => {
  const shop = await startTestShop()
  const productId = await addTestProduct(shop, { name: 'Whisk', stock: 3 })
  const { email, cookie, headers } = await signUp(shop)
  const contact = { email, name: 'Ada' }
  const { order } = (await checkout(shop.url, [{ productId, quantity: 1 }], { headers, contact })).body
  expect((await authCall(shop.url, 'delete-user', { password }, cookie)).status).toBe(200)
  const row = await shop.database.db.selectFrom('orders').selectAll().executeTakeFirstOrThrow()
  expect(row).toMatchObject({
    id: order.id,
    email: null,
    customer_name: null,
    customer_id: null,
    total: 1_000,
  })
  await checkBooks(shop.database.db)
})
