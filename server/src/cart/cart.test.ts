import { expect, test } from 'vitest'
import { authCall, bearer, password, type SignedIn, signIn, signUp } from '../testing/account-client.ts'
import { addTestProduct } from '../testing/add-test-product.ts'
import { call, type Reply } from '../testing/api-client.ts'
import { eventually } from '../testing/eventually.ts'
import { startForger } from '../testing/forge-token.ts'
import { readStream, type StreamReader } from '../testing/read-stream.ts'
import {
  openTestShop,
  openTestShops,
  processes,
  startTestShop,
  type TestShop,
} from '../testing/start-test-shop.ts'
import { freshDatabaseUrl } from '../testing/test-database.ts'

interface Item {
  readonly productId: string
  readonly quantity: number
}

function cartCall(
  { url }: Pick<TestShop, 'url'>,
  { headers }: Pick<SignedIn, 'headers'>,
  change?: { method: 'PUT' | 'POST'; items: readonly Item[] },
): Promise<Reply> {
  if (!change) return call(url, '/api/cart', { headers })
  const { method, items } = change
  return call(url, method === 'PUT' ? '/api/cart' : '/api/cart/merge', {
    method,
    headers: { ...headers, 'Content-Type': 'application/json' },
    body: JSON.stringify({ items }),
  })
}

function cartsIn(stream: StreamReader): unknown[] {
  return stream.events.filter(({ event }) => event === 'cart').map(({ data }) => JSON.parse(data))
}

test('a shopper’s cart is kept, for nobody else, and is the same on another device', async () => {
  const shop = await startTestShop()
  const productId = await addTestProduct(shop, { name: 'Bowl', stock: 9 })
  const phone = await signUp(shop)
  expect((await cartCall(shop, phone)).body).toEqual({ items: [], version: 0 })
  const items = [{ productId, quantity: 3 }]
  expect((await cartCall(shop, phone, { method: 'PUT', items })).body).toEqual({ items, version: 1 })
  expect((await cartCall(shop, phone, { method: 'PUT', items })).body).toEqual({ items, version: 2 })
  const laptop = await signIn(shop, phone.email)
  expect((await cartCall(shop, laptop)).body).toEqual({ items, version: 2 })
  expect((await cartCall(shop, await signUp(shop))).body).toEqual({ items: [], version: 0 })
  expect((await call(shop.url, '/api/cart')).body.code).toBe('not_signed_in')
})

test('a guest’s cart is folded in: added up, capped at what there is, and the shopper is told', async () => {
  const shop = await startTestShop()
  const names = ['Bowl', 'Cup', 'Jug', 'Lid', 'Nail']
  const stocks = [5, 3, 0, 9, 5_000]
  const [bowl = '', cup = '', jug = '', lid = '', nail = ''] = await Promise.all(
    names.map((name, index) => addTestProduct(shop, { name, stock: stocks[index] ?? 0 })),
  )
  const ada = await signUp(shop)
  const own = [bowl, cup, lid, nail].map((productId) => ({
    productId,
    quantity: productId === nail ? 998 : 2,
  }))
  await cartCall(shop, ada, { method: 'PUT', items: own })
  const guest = [bowl, cup, jug, nail, 'prod_none'].map((productId) => ({ productId, quantity: 2 }))
  const { status, body } = await cartCall(shop, ada, { method: 'POST', items: guest })
  expect(status).toBe(200)
  expect(body).toEqual({
    items: [
      { productId: bowl, quantity: 4 },
      { productId: cup, quantity: 3 },
      { productId: lid, quantity: 2 },
      { productId: nail, quantity: 999 },
    ],
    version: 2,
    capped: [
      { productId: cup, name: 'Cup', wanted: 4, kept: 3 },
      { productId: jug, name: 'Jug', wanted: 2, kept: 0 },
      { productId: nail, name: 'Nail', wanted: 1_000, kept: 999 },
      { productId: 'prod_none', name: 'prod_none', wanted: 2, kept: 0 },
    ],
  })
})

test('carts that are folded in at the same time are all in it', async () => {
  const shop = await startTestShop()
  const productId = await addTestProduct(shop, { name: 'Bowl', stock: 900 })
  const ada = await signUp(shop)
  const items = [{ productId, quantity: 7 }]
  await Promise.all(Array.from({ length: 10 }, () => cartCall(shop, ada, { method: 'POST', items })))
  expect((await cartCall(shop, ada)).body).toEqual({ items: [{ productId, quantity: 70 }], version: 10 })
})

test('a full cart takes no more lines, and says so', async () => {
  const shop = await startTestShop()
  const productId = await addTestProduct(shop, { name: 'Bowl', stock: 9 })
  const ada = await signUp(shop)
  const full = Array.from({ length: 100 }, (_, line) => ({ productId: `prod_${line}`, quantity: 1 }))
  await cartCall(shop, ada, { method: 'PUT', items: full })
  const { body } = await cartCall(shop, ada, { method: 'POST', items: [{ productId, quantity: 1 }] })
  expect(body.items).toHaveLength(100)
  expect(body.capped).toEqual([{ productId, name: 'Bowl', wanted: 1, kept: 0 }])
  const tooMany = [...full, { productId, quantity: 1 }]
  expect((await cartCall(shop, ada, { method: 'PUT', items: tooMany })).status).toBe(400)
})

test('a change on one device is on the other at once, and on nobody else’s', async () => {
  const shop = await startTestShop()
  const productId = await addTestProduct(shop, { name: 'Bowl', stock: 9 })
  const [ada, eve] = [await signUp(shop), await signUp(shop)]
  await cartCall(shop, ada, { method: 'PUT', items: [] })
  const laptop = await readStream(shop.url, '', ada.headers, '/api/cart/stream')
  const stranger = await readStream(shop.url, '', eve.headers, '/api/cart/stream')
  expect(laptop.headers.get('Content-Type')).toMatch('text/event-stream')
  await eventually(() => expect(cartsIn(laptop)).toEqual([{ items: [], version: 1 }]))
  const items = [{ productId, quantity: 1 }]
  await cartCall(shop, ada, { method: 'PUT', items })
  await eventually(() => expect(cartsIn(laptop).at(-1)).toEqual({ items, version: 2 }))
  await cartCall(shop, ada, { method: 'POST', items })
  const twice = [{ productId, quantity: 2 }]
  await eventually(() => expect(cartsIn(laptop).at(-1)).toEqual({ items: twice, version: 3 }))
  expect(cartsIn(stranger)).toEqual([{ items: [], version: 0 }])
  await shop.close()
  await eventually(() => expect(laptop.ended()).toBe(true))
})

test.runIf(process.env.TEST_ENGINE === 'postgres')('a change is told by every process', async () => {
  const one = await startTestShop()
  const two = await openTestShop(one.databaseUrl)
  const ada = await signUp(one)
  const laptop = await readStream(two.url, '', ada.headers, '/api/cart/stream')
  await eventually(() => expect(cartsIn(laptop)).toHaveLength(1))
  await eventually(async () => {
    const { version } = (await cartCall(one, ada, { method: 'PUT', items: [] })).body
    await eventually(() => expect(cartsIn(laptop)).toContainEqual({ items: [], version }))
  })
})

test.skipIf(processes > 1)(
  'one shopper has twenty streams, and a twenty-first when one is closed',
  async () => {
    const shop = await startTestShop()
    const ada = await signUp(shop)
    const open = () => readStream(shop.url, '', ada.headers, '/api/cart/stream')
    const streams = await Promise.all(Array.from({ length: 20 }, open))
    expect((await call(shop.url, '/api/cart/stream', { headers: ada.headers })).status).toBe(503)
    streams[0]?.close()
    await eventually(async () => expect((await open()).status).toBe(200))
  },
)

test('a deleted account leaves no cart', async () => {
  const shop = await startTestShop()
  const { headers, cookie } = await signUp(shop)
  await cartCall(shop, { headers }, { method: 'PUT', items: [{ productId: 'prod_x', quantity: 1 }] })
  await authCall(shop.url, 'delete-user', { password }, cookie)
  expect(await shop.database.db.selectFrom('carts').selectAll().execute()).toEqual([])
})

test('a stream ends with the token that opened it, and with the account', async () => {
  const [shop] = await openTestShops(await freshDatabaseUrl(), 1)
  const ada = await signUp(shop)
  const { sign } = await startForger(shop, ada.id)
  const now = Math.floor(Date.now() / 1_000)
  const headers = bearer(await sign({ iat: now - 500, exp: now + 3 }))
  const short = await readStream(shop.url, '', headers, '/api/cart/stream')
  const long = await readStream(shop.url, '', ada.headers, '/api/cart/stream')
  expect(short.status).toBe(200)
  await eventually(() => expect(short.ended()).toBe(true), 8_000)
  expect(long.ended()).toBe(false)
  expect((await authCall(shop.url, 'delete-user', { password }, ada.cookie)).status).toBe(200)
  await eventually(() => expect(long.ended()).toBe(true))
})
