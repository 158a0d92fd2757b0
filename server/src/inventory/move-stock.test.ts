import { expect, test } from 'vitest'
import { signUp } from '../testing/account-client.ts'
import { addTestProduct } from '../testing/add-test-product.ts'
import { adminCall, move } from '../testing/admin-client.ts'
import { checkout, stockOf } from '../testing/api-client.ts'
import { checkBooks } from '../testing/check-books.ts'
import { readStream } from '../testing/read-stream.ts'
import { shared } from '../testing/shared.ts'
import { startTestShop } from '../testing/start-test-shop.ts'

const untouched = shared(async () => {
  const shop = await startTestShop()
  const bowl = await addTestProduct(shop, { name: 'Bowl', stock: 5 })
  return { shop, bowl, owner: await signUp(shop, 'admin') }
})

test('what comes and goes is in the ledger with who, why, before and after, and on every open page', async () => {
  const shop = await startTestShop()
  const bowl = await addTestProduct(shop, { name: 'Bowl', stock: 5 })
  const owner = await signUp(shop, 'admin')
  const stream = await readStream(shop.url)
  const received = await move(shop.url, owner, bowl, {
    delta: 7,
    reason: 'receipt',
    note: ' from the potter ',
  })
  expect(received.status).toBe(201)
  expect(received.body).toEqual({
    movement: {
      productId: bowl,
      productName: 'Bowl',
      version: 2,
      delta: 7,
      stockBefore: 5,
      stockAfter: 12,
      reason: 'receipt',
      cause: 'back office',
      note: 'from the potter',
      actor: owner.id,
      actorName: 'Ada',
      createdAt: expect.stringMatching(/Z$/),
    },
    product: expect.objectContaining({ id: bowl, stock: 12, version: 2, withdrawn: false }),
  })
  expect(await stream.untilVersion(bowl, 2)).toMatchObject({ stock: 12 })
  const broken = await move(shop.url, owner, bowl, { delta: -2, reason: 'damage' })
  expect(broken.body.movement).toMatchObject({ stockBefore: 12, stockAfter: 10, note: null })
  await checkBooks(shop.database.db)
})

test('no more goes than there is', async () => {
  const shop = await startTestShop()
  const bowl = await addTestProduct(shop, { name: 'Bowl', stock: 5 })
  const owner = await signUp(shop, 'admin')
  const { status, body } = await move(shop.url, owner, bowl, { delta: -6, reason: 'damage' })
  expect([status, body.code]).toEqual([409, 'insufficient_stock'])
  expect(body.shortages).toEqual([{ productId: bowl, name: 'Bowl', requested: 6, available: 5, version: 1 }])
  expect(await stockOf(shop.url, bowl)).toEqual({ stock: 5, version: 1 })
  expect((await move(shop.url, owner, 'prod_none', { delta: 1, reason: 'receipt' })).body.code).toBe(
    'product_not_found',
  )
})

test('no more comes than can be kept', async () => {
  const shop = await startTestShop()
  const bead = await addTestProduct(shop, { name: 'Bead', stock: 1_999_999_999 })
  const owner = await signUp(shop, 'admin')
  const { status, body } = await move(shop.url, owner, bead, { delta: 2, reason: 'receipt' })
  expect([status, body.code]).toEqual([409, 'stock_limit_reached'])
  expect(await stockOf(shop.url, bead)).toEqual({ stock: 1_999_999_999, version: 1 })
})

test('a count is true, and one that finds what there is moves nothing', async () => {
  const shop = await startTestShop()
  const bowl = await addTestProduct(shop, { name: 'Bowl', stock: 5 })
  const owner = await signUp(shop, 'admin')
  const counted = await move(shop.url, owner, bowl, { countedTo: 3, expectedVersion: 1, reason: 'count' })
  expect(counted.status).toBe(201)
  expect(counted.body.movement).toMatchObject({ delta: -2, stockBefore: 5, stockAfter: 3, reason: 'count' })
  const again = await move(shop.url, owner, bowl, { countedTo: 3, expectedVersion: 2, reason: 'count' })
  expect([again.status, again.body.movement]).toEqual([200, null])
  expect(again.body.product).toMatchObject({ stock: 3, version: 2 })
  await checkBooks(shop.database.db)
})

test('a count never overwrites a sale that came between: the owner sees both numbers', async () => {
  const shop = await startTestShop()
  const bowl = await addTestProduct(shop, { name: 'Bowl', stock: 5 })
  const owner = await signUp(shop, 'admin')
  await checkout(shop.url, [{ productId: bowl, quantity: 2 }])
  const { status, body } = await move(shop.url, owner, bowl, {
    countedTo: 5,
    expectedVersion: 1,
    reason: 'count',
  })
  expect([status, body.code]).toEqual([409, 'version_conflict'])
  expect(body.current).toEqual({ productId: bowl, stock: 3, version: 2 })
  expect(await stockOf(shop.url, bowl)).toEqual({ stock: 3, version: 2 })
})

test('counts and sales at the same time: each count holds or is refused, and the books balance', async () => {
  const shop = await startTestShop()
  const bowl = await addTestProduct(shop, { name: 'Bowl', stock: 100 })
  const owner = await signUp(shop, 'admin')
  const work = Array.from({ length: 20 }, async (_, turn) => {
    const { version } = await stockOf(shop.url, bowl)
    const count = move(shop.url, owner, bowl, {
      countedTo: 100 + turn,
      expectedVersion: version,
      reason: 'count',
    })
    return [(await checkout(shop.url, [{ productId: bowl, quantity: 1 }])).status, (await count).status]
  })
  const statuses = (await Promise.all(work)).flat()
  expect(statuses.filter((status) => status === 409).length).toBeGreaterThan(0)
  expect(statuses.every((status) => [200, 201, 409].includes(status))).toBe(true)
  await checkBooks(shop.database.db)
})

test.for([
  ['a delta of 0', { delta: 0, reason: 'receipt' }, 'delta'],
  ['a fraction', { delta: 1.5, reason: 'receipt' }, 'delta'],
  ['more than a million', { delta: 1_000_001, reason: 'receipt' }, 'delta'],
  ['a sale', { delta: -1, reason: 'sale' }, 'reason'],
  ['a cancellation', { delta: 1, reason: 'cancellation' }, 'reason'],
  ['a count without a version', { countedTo: 1, reason: 'count' }, 'expectedVersion'],
  ['a count below nothing', { countedTo: -1, expectedVersion: 1, reason: 'count' }, 'countedTo'],
  ['a count and a delta', { countedTo: 1, expectedVersion: 1, reason: 'count', delta: 1 }, ''],
  ['an actor from outside', { delta: 1, reason: 'receipt', actor: 'usr_x' }, ''],
  ['a note without words', { delta: 1, reason: 'receipt', note: '  ' }, 'note'],
  ['a list', [], ''],
] as const)('refuses %s and says where', async ([, request, path]) => {
  const { shop, bowl, owner } = untouched()
  const { status, body } = await move(shop.url, owner, bowl, request)
  expect([status, body.code]).toEqual([400, 'invalid_request'])
  expect(body.errors.map((error: { path: string }) => error.path)).toContain(path)
  expect(await stockOf(shop.url, bowl)).toEqual({ stock: 5, version: 1 })
})

test('the ledger is read newest first, of one product whole and of all without the sales', async () => {
  const shop = await startTestShop()
  const bowl = await addTestProduct(shop, { name: 'Bowl', stock: 5 })
  const cup = await addTestProduct(shop, { name: 'Cup', stock: 5 })
  const owner = await signUp(shop, 'admin')
  await checkout(shop.url, [{ productId: bowl, quantity: 1 }])
  await move(shop.url, owner, bowl, { delta: 2, reason: 'receipt' })
  await move(shop.url, owner, cup, { delta: -1, reason: 'loss' })
  async function read(query: string): Promise<string[]> {
    const seen: string[] = []
    for (let cursor: string | null = ''; cursor !== null; ) {
      const path = `stock-movements?limit=2${query}${cursor && `&cursor=${cursor}`}`
      const { body } = await adminCall(shop.url, owner, path)
      for (const { productName, version, reason, actorName } of body.movements) {
        seen.push(`${productName} ${version} ${reason} ${actorName}`)
      }
      cursor = body.nextCursor
    }
    return seen
  }
  expect(await read(`&product=${bowl}`)).toEqual([
    'Bowl 3 receipt Ada',
    'Bowl 2 sale null',
    'Bowl 1 receipt null',
  ])
  expect(await read('')).toEqual([
    'Cup 2 loss Ada',
    'Bowl 3 receipt Ada',
    'Cup 1 receipt null',
    'Bowl 1 receipt null',
  ])
  const ofBowl = await adminCall(shop.url, owner, `stock-movements?limit=1&product=${bowl}`)
  const foreign = `product=${cup}&cursor=${ofBowl.body.nextCursor}`
  for (const query of ['cursor=x', 'cursor=0', 'cursor=1e3', foreign]) {
    const { body } = await adminCall(shop.url, owner, `stock-movements?${query}`)
    expect(body).toMatchObject({ code: 'invalid_request', errors: [{ path: 'cursor' }] })
  }
})
