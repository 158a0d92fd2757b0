import { expect, test } from 'vitest'
import { type SignedIn, signUp } from '../testing/account-client.ts'
import { addTestProduct } from '../testing/add-test-product.ts'
import { call, type Reply, stockOf } from '../testing/api-client.ts'
import { checkBooks } from '../testing/check-books.ts'
import { startTestShop, type TestShop } from '../testing/start-test-shop.ts'

type Person = Pick<SignedIn, 'headers'>

function send(url: string, path: string, { headers }: Person, body: unknown, key?: string): Promise<Reply> {
  return call(url, path, {
    method: 'POST',
    headers: {
      ...headers,
      'Content-Type': 'application/json',
      ...(key === undefined ? {} : { 'Idempotency-Key': key }),
    },
    body: JSON.stringify(body),
  })
}

const isReplay = ({ headers }: Reply): boolean => headers.get('Idempotency-Replayed') === 'true'

/** A shop with five bowls and its owner, who books movements of them. */
async function startShopWithOwner(): Promise<{
  shop: TestShop
  bowl: string
  owner: SignedIn
  book(body: unknown, key?: string, productId?: string, who?: Person): Promise<Reply>
}> {
  const shop = await startTestShop()
  const bowl = await addTestProduct(shop, { name: 'Bowl', stock: 5 })
  const owner = await signUp(shop, 'admin')
  const book = (body: unknown, key?: string, productId = bowl, who: Person = owner): Promise<Reply> =>
    send(shop.url, `/api/admin/products/${productId}/stock-movements`, who, body, key)
  return { shop, bowl, owner, book }
}

test('a delta that is sent many times at once with one key moves stock once, and is answered alike', async () => {
  const { shop, bowl, book } = await startShopWithOwner()
  const delta = { delta: 7, reason: 'receipt', note: 'from the potter' }
  const answers = await Promise.all(Array.from({ length: 8 }, () => book(delta, 'k1')))
  const [first] = answers
  for (const { status, body } of answers) expect([status, body]).toEqual([201, first?.body])
  expect(answers.filter(isReplay)).toHaveLength(7)
  expect(first?.body).toMatchObject({
    movement: { delta: 7, version: 2 },
    product: { stock: 12, version: 2 },
  })
  await book({ delta: 1, reason: 'receipt' })
  expect((await book(delta, 'k1')).body).toEqual(first?.body)
  expect(await stockOf(shop.url, bowl)).toEqual({ stock: 13, version: 3 })
  await checkBooks(shop.database.db)
})

test('without a key, and with another one, a delta moves stock again', async () => {
  const { shop, bowl, owner, book } = await startShopWithOwner()
  const other = await signUp(shop, 'admin')
  const delta = { delta: 1, reason: 'receipt' }
  const sent = [
    book(delta),
    book(delta),
    book(delta, 'k1'),
    book(delta, 'k2'),
    book(delta, 'k1', bowl, other),
  ]
  for (const answer of await Promise.all(sent)) {
    expect([answer.status, isReplay(answer)]).toEqual([201, false])
  }
  expect(await stockOf(shop.url, bowl)).toEqual({ stock: 10, version: 6 })
  expect(owner.id).not.toBe(other.id)
})

test('a key is for one request: another body, product or address is refused and does nothing', async () => {
  const { shop, bowl, owner, book } = await startShopWithOwner()
  const cup = await addTestProduct(shop, { name: 'Cup', stock: 5 })
  await book({ delta: 1, reason: 'receipt' }, 'k1')
  const items = [{ productId: cup, quantity: 1 }]
  const others = [
    await book({ delta: 2, reason: 'receipt' }, 'k1'),
    await book({ countedTo: 9, expectedVersion: 2, reason: 'count' }, 'k1'),
    await book({ delta: 1, reason: 'receipt' }, 'k1', cup),
    await send(shop.url, '/api/cart/merge', owner, { items }, 'k1'),
    await send(shop.url, '/api/cart/checkout', owner, { items }, 'k1'),
  ]
  expect(others.map(({ status, body }) => [status, body.code])).toEqual(
    Array(5).fill([422, 'idempotency_key_reused']),
  )
  expect((await book({ delta: 1, reason: 'receipt' }, 'ä')).body.code).toBe('invalid_request')
  expect(await stockOf(shop.url, bowl)).toEqual({ stock: 6, version: 2 })
  expect(await stockOf(shop.url, cup)).toEqual({ stock: 5, version: 1 })
})

test('what was refused is refused again with the same key, whatever came since', async () => {
  const { shop, bowl, book } = await startShopWithOwner()
  const tooMany = { delta: -6, reason: 'damage' }
  const stale = { countedTo: 4, expectedVersion: 0, reason: 'count' }
  const refusals = [await book(tooMany, 'k1'), await book(stale, 'k2')]
  expect(refusals.map(({ body }) => body.code)).toEqual(['insufficient_stock', 'version_conflict'])
  await book({ delta: 9, reason: 'receipt' })
  const again = [await book(tooMany, 'k1'), await book(stale, 'k2')]
  expect(again.map(({ body }) => body)).toEqual(refusals.map(({ body }) => body))
  expect(again.map(isReplay)).toEqual([true, true])
  expect(await stockOf(shop.url, bowl)).toEqual({ stock: 14, version: 2 })
})

test('a count whose answer was lost is not told that it moved meanwhile', async () => {
  const { book } = await startShopWithOwner()
  const count = { countedTo: 3, expectedVersion: 1, reason: 'count' }
  expect((await book(count, 'k1')).status).toBe(201)
  expect((await book(count)).body.code).toBe('version_conflict')
  expect(await book(count, 'k1')).toMatchObject({ status: 201, body: { movement: { delta: -2 } } })
  const same = { countedTo: 3, expectedVersion: 2, reason: 'count' }
  expect(await book(same, 'k2')).toMatchObject({ status: 200, body: { movement: null } })
  expect(isReplay(await book(same, 'k2'))).toBe(true)
})

test('a guest’s cart that is folded in many times with one key is in it once', async () => {
  const { shop, bowl } = await startShopWithOwner()
  const ada = await signUp(shop)
  const items = [{ productId: bowl, quantity: 2 }]
  const merge = (key?: string): Promise<Reply> => send(shop.url, '/api/cart/merge', ada, { items }, key)
  const answers = await Promise.all(Array.from({ length: 6 }, () => merge('k1')))
  for (const { status, body } of answers) {
    expect([status, body]).toEqual([200, { items, version: expect.any(Number), capped: [] }])
  }
  expect(answers.filter(isReplay)).toHaveLength(5)
  const kept = (await call(shop.url, '/api/cart', { headers: ada.headers })).body
  expect(kept.items).toEqual(items)
  await merge()
  expect((await merge('k1')).body.version).toBe(kept.version)
  expect((await call(shop.url, '/api/cart', { headers: ada.headers })).body.items).toEqual([
    { productId: bowl, quantity: 4 },
  ])
})
