import { orderNumber } from '@onhand/contract/order-number'
import { expect, test } from 'vitest'
import { signUp } from '../testing/account-client.ts'
import { addTestProduct } from '../testing/add-test-product.ts'
import { adminCall } from '../testing/admin-client.ts'
import { call, checkout, stockOf } from '../testing/api-client.ts'
import { checkBooks } from '../testing/check-books.ts'
import { readStream } from '../testing/read-stream.ts'
import { startTestShop } from '../testing/start-test-shop.ts'

test('a cancelled order brings its pieces back once, though it is asked for many times at once', async () => {
  const shop = await startTestShop()
  const bowl = await addTestProduct(shop, { name: 'Bowl', stock: 5 })
  const cup = await addTestProduct(shop, { name: 'Cup', stock: 5 })
  const owner = await signUp(shop, 'admin')
  const items = [
    { productId: bowl, quantity: 2 },
    { productId: cup, quantity: 5 },
  ]
  const { order } = (await checkout(shop.url, items)).body
  await adminCall(shop.url, owner, `products/${cup}`, { method: 'PATCH', body: { withdrawn: true } })
  const stream = await readStream(shop.url)
  const cancel = () => adminCall(shop.url, owner, `orders/${order.id}/cancellation`, { method: 'POST' })
  const answers = await Promise.all(Array.from({ length: 8 }, cancel))
  expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(200))
  for (const { body } of answers) {
    expect(body.order).toMatchObject({ id: order.id, status: 'cancelled', total: order.total })
  }
  expect(answers.filter(({ body }) => body.isNew)).toHaveLength(1)
  expect(await stockOf(shop.url, bowl)).toEqual({ stock: 5, version: 3 })
  expect(await stream.untilVersion(bowl, 3)).toMatchObject({ stock: 5 })
  const ofCup = (await adminCall(shop.url, owner, `stock-movements?product=${cup}`)).body.movements
  expect(ofCup[0]).toMatchObject({ reason: 'cancellation', delta: 5, version: 3 })
  const { movements } = (await adminCall(shop.url, owner, `stock-movements?product=${bowl}`)).body
  expect(movements[0]).toMatchObject({ reason: 'cancellation', cause: order.id, actor: owner.id, delta: 2 })
  const seen = (await call(shop.url, `/api/orders/${order.id}?token=${order.accessToken}`)).body.order
  expect(seen.status).toBe('cancelled')
  await checkBooks(shop.database.db)
})

test('orders are cancelled while others are placed, and the books balance', async () => {
  const shop = await startTestShop()
  const ids = await Promise.all(
    ['Bowl', 'Cup', 'Jug'].map((name) => addTestProduct(shop, { name, stock: 30 })),
  )
  const owner = await signUp(shop, 'admin')
  const work = Array.from({ length: 24 }, async (_, turn) => {
    const lines = ids.map((productId) => ({ productId, quantity: 1 }))
    const { body } = await checkout(shop.url, turn % 2 === 0 ? lines : lines.toReversed())
    return (await adminCall(shop.url, owner, `orders/${body.order.id}/cancellation`, { method: 'POST' }))
      .status
  })
  expect(new Set(await Promise.all(work))).toEqual(new Set([200]))
  for (const id of ids) expect(await stockOf(shop.url, id)).toEqual({ stock: 30, version: 49 })
  await checkBooks(shop.database.db)
})

test('there is nothing to see or cancel of an order that is not there', async () => {
  const shop = await startTestShop()
  const owner = await signUp(shop, 'admin')
  const { status, body } = await adminCall(shop.url, owner, 'orders/ord_none/cancellation', {
    method: 'POST',
  })
  expect([status, body.code]).toEqual([404, 'order_not_found'])
  expect((await adminCall(shop.url, owner, 'orders/ord_none')).body.code).toBe('order_not_found')
})

test('administrators find every order, by id, by address and by status', async () => {
  const shop = await startTestShop()
  const productId = await addTestProduct(shop, { name: 'Bowl', stock: 50 })
  const owner = await signUp(shop, 'admin')
  const contact = { email: 'Bo_b@bücher.example', name: 'Bob' }
  const ofBob = (await checkout(shop.url, [{ productId, quantity: 1 }], { contact })).body.order
  const ofGuest = (await checkout(shop.url, [{ productId, quantity: 1 }])).body.order
  const ofOwner = (await checkout(shop.url, [{ productId, quantity: 1 }], owner)).body.order
  await adminCall(shop.url, owner, `orders/${ofGuest.id}/cancellation`, { method: 'POST' })
  const find = async (query: string): Promise<string[]> => {
    const { body } = await adminCall(shop.url, owner, `orders?${query}`)
    return body.orders.map((order: { id: string }) => order.id)
  }
  expect(await find('')).toEqual([ofOwner.id, ofGuest.id, ofBob.id])
  expect(await find(`q=${ofGuest.id}`)).toEqual([ofGuest.id])
  expect(await find(`q=${orderNumber(ofGuest.id)}`)).toEqual([ofGuest.id])
  expect(await find(`q=${ofGuest.id.slice(-7)}`)).toEqual([])
  expect(await find('q=bo_b@')).toEqual([ofBob.id])
  expect(await find('q=bo_b@bücher.example')).toEqual([ofBob.id])
  expect(await find('q=bo%25b')).toEqual([])
  expect(await find('status=cancelled')).toEqual([ofGuest.id])
  expect((await adminCall(shop.url, owner, 'orders?status=lost')).status).toBe(400)
  const first = (await adminCall(shop.url, owner, 'orders?limit=2')).body
  expect(first.orders[0]).toMatchObject({ email: owner.email, customerId: owner.id, customerName: null })
  expect(await find(`limit=2&cursor=${first.nextCursor}`)).toEqual([ofBob.id])
  const bob = (await adminCall(shop.url, owner, `orders?q=${ofBob.id}`)).body.orders[0]
  expect(bob).toMatchObject({ email: 'Bo_b@xn--bcher-kva.example', customerName: 'Bob', customerId: null })
  expect(bob).not.toHaveProperty('accessToken')
  expect((await adminCall(shop.url, owner, `orders/${ofBob.id}`)).body).toEqual({ order: bob })
})
