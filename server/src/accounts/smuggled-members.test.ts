import { expect, test } from 'vitest'
import { authCall, password, signUp } from '../testing/account-client.ts'
import { addTestProduct } from '../testing/add-test-product.ts'
import { call, checkout, stockOf } from '../testing/api-client.ts'
import { shared } from '../testing/shared.ts'
import { startTestShop } from '../testing/start-test-shop.ts'

const emptyShop = shared(() => startTestShop())
const shopping = shared(async () => {
  const shop = await startTestShop()
  const productId = await addTestProduct(shop, { name: 'Bowl', stock: 5 })
  return { shop, productId, headers: (await signUp(shop)).headers }
})

test('another shopper’s order is as if it were not there, to read and to claim', async () => {
  const shop = await startTestShop()
  const productId = await addTestProduct(shop, { name: 'Bowl', stock: 5 })
  const [ada, eve] = [await signUp(shop), await signUp(shop)]
  const { order } = (await checkout(shop.url, [{ productId, quantity: 1 }], ada)).body
  const read = await call(shop.url, `/api/orders/${order.id}`, { headers: eve.headers })
  const none = await call(shop.url, '/api/orders/ord_none', { headers: eve.headers })
  expect([read.status, read.body.code]).toEqual([404, 'order_not_found'])
  expect({ ...read.body, requestId: '' }).toEqual({ ...none.body, requestId: '' })
  for (const query of ['?token=', '?token=undefined', '?token=null', '?customerId=x', '?token[]=x']) {
    const reply = await call(shop.url, `/api/orders/${order.id}${query}`, { headers: eve.headers })
    expect([400, 404]).toContain(reply.status)
    expect(JSON.stringify(reply.body)).not.toContain('Bowl')
  }
})

test.for([
  ['a role', { role: 'admin' }],
  ['roles in other places', { data: { role: 'admin' }, user: { role: 'admin' } }],
  ['a confirmed address', { emailVerified: true }],
  ['an id', { id: 'usr_owner' }],
] as const)('signing up with %s is refused, and makes nobody', async ([, more]) => {
  const shop = emptyShop()
  const body = { email: 'eve@example.org', password, name: 'Eve', ...more }
  const { status, body: told } = await authCall(shop.url, 'sign-up/email', body)
  expect([status, told.code]).toEqual([400, 'invalid_request'])
  expect(await shop.database.db.selectFrom('users').select('id').execute()).toEqual([])
})

test.for([
  ['a price', { items: [{ productId: 'P', quantity: 1, unitPrice: 1 }] }],
  ['a total', { items: [{ productId: 'P', quantity: 1 }], total: 1 }],
  ['an owner', { items: [{ productId: 'P', quantity: 1 }], customerId: 'usr_x' }],
  ['a status', { items: [{ productId: 'P', quantity: 1 }], status: 'cancelled' }],
] as const)('a checkout that brings %s is refused, and buys nothing', async ([, body]) => {
  const { shop, productId, headers } = shopping()
  const reply = await call(shop.url, '/api/cart/checkout', {
    method: 'POST',
    headers: { ...headers, 'Content-Type': 'application/json' },
    body: JSON.stringify(body).replace('"P"', JSON.stringify(productId)),
  })
  expect([reply.status, reply.body.code]).toEqual([400, 'invalid_request'])
  expect(await stockOf(shop.url, productId)).toEqual({ stock: 5, version: 1 })
})

test('members that would reach a prototype are refused, and make nobody an administrator', async () => {
  const shop = await startTestShop()
  const { headers, cookie } = await signUp(shop)
  const text = '{"__proto__":{"role":"admin"},"constructor":{"prototype":{"role":"admin"}}}'
  const bodies = [text, `{"email":"e@example.org","password":"${password}","__proto__":{"role":"admin"}}`]
  for (const path of ['auth/sign-up/email', 'auth/sign-in/email', 'auth/change-password', 'cart/checkout']) {
    for (const body of bodies) {
      const { status } = await call(shop.url, `/api/${path}`, {
        method: 'POST',
        headers: { ...headers, Cookie: cookie, Origin: shop.url, 'Content-Type': 'application/json' },
        body,
      })
      expect(status).toBe(400)
    }
  }
  expect(({} as { role?: string }).role).toBeUndefined()
  expect((await call(shop.url, '/api/admin/orders', { headers })).body.code).toBe('forbidden')
  const made = await shop.database.db.selectFrom('users').select('role').execute()
  expect(made).toEqual([{ role: 'customer' }])
})
