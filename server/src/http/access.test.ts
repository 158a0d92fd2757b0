import { expect, test } from 'vitest'
import { bearer, type SignedIn, signUp } from '../testing/account-client.ts'
import { addTestProduct } from '../testing/add-test-product.ts'
import { call, checkout } from '../testing/api-client.ts'
import { expiredToken, tamperedToken } from '../testing/forge-token.ts'
import { type MountedRoute, mountedRoutes } from '../testing/mounted-routes.ts'
import { startTestShop, type TestShop } from '../testing/start-test-shop.ts'
import type { Access } from './access.ts'

type Visitor = 'nobody' | 'customer' | 'another customer' | 'admin' | 'expired token' | 'tampered token'

/** Who is let in, by what a route declares; to everybody else it answers with the status beside. */
const rules: Record<Access, Record<Visitor, 'in' | 401 | 403 | 404>> = {
  public: {
    nobody: 'in',
    customer: 'in',
    'another customer': 'in',
    admin: 'in',
    'expired token': 401,
    'tampered token': 401,
  },
  // An access token is no session: only the cookie is, and it is tried with the routes themselves.
  session: {
    nobody: 401,
    customer: 401,
    'another customer': 401,
    admin: 401,
    'expired token': 401,
    'tampered token': 401,
  },
  shopper: {
    nobody: 401,
    customer: 'in',
    'another customer': 'in',
    admin: 'in',
    'expired token': 401,
    'tampered token': 401,
  },
  owner: {
    nobody: 404,
    customer: 'in',
    'another customer': 404,
    admin: 'in',
    'expired token': 401,
    'tampered token': 401,
  },
  // Tried with the route itself.
  operator: {
    nobody: 'in',
    customer: 'in',
    'another customer': 'in',
    admin: 'in',
    'expired token': 'in',
    'tampered token': 'in',
  },
  admin: {
    nobody: 401,
    customer: 403,
    'another customer': 403,
    admin: 'in',
    'expired token': 401,
    'tampered token': 401,
  },
}

/** The session's routes do not look at access tokens. */
function ruleOf({ path, access = 'admin' }: MountedRoute, visitor: Visitor): 'in' | 401 | 403 | 404 {
  const withoutToken = /^\/(dev|api\/auth)\//.test(path) && visitor.endsWith('token')
  return rules[access][withoutToken ? 'nobody' : visitor]
}

test('every route says who may use it', async () => {
  const shop = await startTestShop()
  const routes = mountedRoutes(shop.app)
  expect(routes.filter(({ access }) => access === undefined)).toEqual([])
  expect(new Set(routes.map(({ access }) => access))).toEqual(new Set(Object.keys(rules)))
  for (const { path, access } of routes) expect(access === 'admin').toBe(path.startsWith('/api/admin/'))
})

test('every route lets in whom it says, and nobody else', async () => {
  const shop = await startTestShop()
  const tokens = await tokensOf(shop)
  const productId = await addTestProduct(shop, { name: 'Bowl', stock: 9 })
  const { order } = (
    await checkout(shop.url, [{ productId, quantity: 1 }], { headers: bearer(tokens.customer) })
  ).body
  const found: string[] = []
  const expected: string[] = []
  for (const route of mountedRoutes(shop.app)) {
    for (const visitor of Object.keys(rules.public) as Visitor[]) {
      const token = tokens[visitor]
      const { status, leaked } = await ask(shop, route, order.id, token)
      const name = `${route.method} ${route.path} for ${visitor}`
      expected.push(`${name}: ${ruleOf(route, visitor)}`)
      found.push(`${name}: ${outcomeOf(route, status)}`)
      if (ruleOf(route, visitor) !== 'in') expect(leaked).not.toMatch(/Bowl|@example\.org/)
    }
  }
  expect(found).toEqual(expected)
  expect(found.length).toBeGreaterThan(150)
})

async function tokensOf(shop: TestShop): Promise<Record<Visitor, string>> {
  const [customer, another, admin]: SignedIn[] = [
    await signUp(shop),
    await signUp(shop),
    await signUp(shop, 'admin'),
  ]
  return {
    nobody: '',
    customer: customer?.token ?? '',
    'another customer': another?.token ?? '',
    admin: admin?.token ?? '',
    'expired token': await expiredToken(shop, customer?.id ?? ''),
    'tampered token': tamperedToken(customer?.token ?? ''),
  }
}

/** A request that means nothing, but for the order whose owner is asked about. */
async function ask(
  { url }: TestShop,
  { method, path }: MountedRoute,
  orderId: string,
  token: string,
): Promise<{ status: number; leaked: string }> {
  const controller = new AbortController()
  const address = path.replace('/orders/:id', `/orders/${orderId}`).replace(/:\w+/g, 'none')
  const response = await fetch(`${url}${address}`, {
    method: method.toUpperCase(),
    signal: controller.signal,
    headers: { ...(token === '' ? {} : bearer(token)), 'Content-Type': 'application/json' },
    ...(method === 'get' ? {} : { body: '{}' }),
  })
  const isStream = response.headers.get('Content-Type')?.startsWith('text/event-stream')
  const leaked = isStream ? '' : await response.text()
  controller.abort()
  return { status: response.status, leaked }
}

/** Whether a request got as far as its verb, which may find that it means nothing. */
function outcomeOf({ access }: MountedRoute, status: number): 'in' | number {
  if (status === 401 || status === 403 || (access === 'owner' && status === 404)) return status
  return status < 500 ? 'in' : status
}

test('an administrator who is none any more is refused at once, whatever the token says', async () => {
  const shop = await startTestShop()
  const { headers, email } = await signUp(shop, 'admin')
  const productId = await addTestProduct(shop, { name: 'Bowl', stock: 9 })
  const { order } = (await checkout(shop.url, [{ productId, quantity: 1 }])).body
  const address = `/api/orders/${order.id}`
  expect((await call(shop.url, '/api/admin/orders', { headers })).status).toBe(200)
  expect((await call(shop.url, address, { headers })).status).toBe(200)
  await shop.database.db.updateTable('users').set({ role: 'customer' }).where('email', '=', email).execute()
  expect((await call(shop.url, '/api/admin/orders', { headers })).body.code).toBe('forbidden')
  expect((await call(shop.url, address, { headers })).body.code).toBe('order_not_found')
  expect((await call(shop.url, `${address}?token=${order.accessToken}`, { headers })).status).toBe(200)
  expect((await call(shop.url, '/api/orders', { headers })).status).toBe(200)
})
