import { randomInt } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { expect, test, vi } from 'vitest'
import { signUp } from '../testing/account-client.ts'
import { addTestProduct, addTestProducts } from '../testing/add-test-product.ts'
import { move } from '../testing/admin-client.ts'
import { call, checkout, stockOf } from '../testing/api-client.ts'
import { atOnce } from '../testing/at-once.ts'
import { createBuyingClient } from '../testing/buying-client.ts'
import { checkBooks } from '../testing/check-books.ts'
import { checkGuarantees } from '../testing/guarantees/check-guarantees.ts'
import { isDecision } from '../testing/guarantees/decided-within.ts'
import { startProxy } from '../testing/start-proxy.ts'
import { openTestShop, openTestShops, startTestShop, type TestShop } from '../testing/start-test-shop.ts'
import { freshDatabaseUrl } from '../testing/test-database.ts'
import { watchStock } from '../testing/watch-stock.ts'

test('a database that takes no writes is said to be unavailable, and reading goes on', async () => {
  const shop = await startTestShop()
  const cup = await addTestProduct(shop, { name: 'Cup', stock: 9 })
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(shop.database.db)
  const setReadOnly = (value: string) =>
    sql.raw(`alter database ${rows[0]?.name} set default_transaction_read_only = ${value}`)
  await setReadOnly('on').execute(shop.database.db)
  await endConnections(shop)
  expect((await checkout(shop.url, [{ productId: cup, quantity: 1 }])).body.code).toBe('unavailable')
  expect((await call(shop.url, '/api/health/ready')).status).toBe(503)
  expect((await call(shop.url, '/api/products')).status).toBe(200)
})

test('while its database cannot be reached, the shop says so; when it can again, it sells', async () => {
  const proxy = await startProxy(new URL(await freshDatabaseUrl()))
  const shop = await openTestShop(proxy.url)
  const cup = await addTestProduct(shop, { name: 'Cup', stock: 9 })
  proxy.cut()
  const [list, bought] = await Promise.all([
    call(shop.url, '/api/products'),
    checkout(shop.url, [{ productId: cup, quantity: 1 }], { key: 'k1' }),
  ])
  expect([list.status, list.body.code, bought.status, bought.body.code]).toEqual([
    503,
    'unavailable',
    503,
    'unavailable',
  ])
  proxy.heal()
  expect((await checkout(shop.url, [{ productId: cup, quantity: 1 }], { key: 'k1' })).status).toBe(201)
})

test('a connection lost during the commit is resolved: the order is answered, once, with and without a key', async () => {
  const proxy = await startProxy(new URL(await freshDatabaseUrl()))
  const shop = await openTestShop(proxy.url)
  const cup = await addTestProduct(shop, { name: 'Cup', stock: 9 })
  await checkout(shop.url, [{ productId: cup, quantity: 1 }])
  for (const options of [{}, { key: 'k1' }]) {
    proxy.cutNextCommits()
    const { status, body, headers } = await checkout(shop.url, [{ productId: cup, quantity: 1 }], options)
    expect([status, headers.get('Idempotency-Replayed')]).toEqual([201, null])
    const order = `/api/orders/${body.order.id}?token=${body.order.accessToken}`
    expect((await call(shop.url, order)).status).toBe(200)
  }
  expect(await stockOf(shop.url, cup)).toEqual({ stock: 6, version: 4 })
  await checkBooks(shop.database.db)
})

test('a commit that is lost again and again is asked for until the database tells: an order, and what an owner booked', async () => {
  const proxy = await startProxy(new URL(await freshDatabaseUrl()))
  const shop = await openTestShop(proxy.url)
  const owner = await signUp(shop, 'admin')
  const cup = await addTestProduct(shop, { name: 'Cup', stock: 9 })
  proxy.cutNextCommits(4)
  const bought = await checkout(shop.url, [{ productId: cup, quantity: 1 }])
  expect([bought.status, bought.headers.get('Idempotency-Replayed')]).toEqual([201, null])
  const order = `/api/orders/${bought.body.order.id}?token=${bought.body.order.accessToken}`
  expect((await call(shop.url, order)).status).toBe(200)
  const publish = vi.spyOn(shop.stockFeed, 'publish')
  proxy.cutNextCommits(2)
  const booked = await move(shop.url, owner, cup, { delta: 5, reason: 'receipt' })
  expect([booked.status, booked.headers.get('Idempotency-Replayed')]).toEqual([201, null])
  const now = { stock: 13, version: 3 }
  expect(await stockOf(shop.url, cup)).toEqual(now)
  expect(publish, 'pages are told, not left to the poll').toHaveBeenCalledWith([{ productId: cup, ...now }])
  await checkBooks(shop.database.db)
})

test('a connection that falls silent is given up, and buying goes on over another', async () => {
  const proxy = await startProxy(new URL(await freshDatabaseUrl()))
  const shop = await openTestShop(proxy.url)
  const cup = await addTestProduct(shop, { name: 'Cup', stock: 9 })
  // Opens all connections that the shop may have, so that every one of them falls silent.
  await Promise.all(Array.from({ length: 40 }, () => call(shop.url, `/api/products/${cup}`)))
  proxy.swallow()
  const statuses: number[] = []
  while (statuses.at(-1) !== 201 && statuses.length < 20) {
    statuses.push((await checkout(shop.url, [{ productId: cup, quantity: 1 }], { key: 'k1' })).status)
  }
  expect(statuses.at(-1)).toBe(201)
  expect(statuses.slice(0, -1).every((status) => status === 503)).toBe(true)
  expect(await stockOf(shop.url, cup)).toMatchObject({ version: 2 })
}, 60_000)

/** Ends connections to the database of a shop: all there are, or each with this likelihood. */
async function endConnections(shop: TestShop, likelihood = 1): Promise<void> {
  await sql`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and random() < ${likelihood}`
    .execute(shop.database.db)
    .catch(() => {})
}

test.for<[shops: string, count: number]>([
  ['one shop goes', 1],
  ['four shops go', 4],
])(
  'when the server ends connections at random, %s on selling, and every guarantee is kept',
  { timeout: 120_000 },
  async ([, count]) => {
    const shops = await openTestShops(await freshDatabaseUrl(), count)
    const ids = await addTestProducts(
      shops[0],
      ['Bowl', 'Cup', 'Rare'].map((name) => ({ name, stock: name === 'Rare' ? 20 : 500 })),
    )
    const client = createBuyingClient(20)
    const watches = shops.map(({ url }) => watchStock(() => url))
    const decided = () => client.log.filter(isDecision).length
    let isOpen = true
    const ending = (async () => {
      while (isOpen) {
        const before = decided()
        await endConnections(shops[0], 0.5)
        await sleep(randomInt(30))
        // On a busy machine nothing might ever be decided between two strikes.
        while (isOpen && decided() === before) await sleep(5)
      }
    })()
    const buyUntilDecided = async (order: number): Promise<void> => {
      const items = [ids[order % 3], ids[(order + 1) % 3]].map((id = '') => ({ productId: id, quantity: 1 }))
      for (let attempt = order; attempt < order + 50; attempt += 1) {
        const { answer } = await client.buy((shops[attempt % count] ?? shops[0]).url, items, `order-${order}`)
        if (answer?.status !== 503) return
      }
      throw new Error(`order ${order} was never decided`)
    }
    await atOnce(20, Array(200).keys(), async (order) => {
      await buyUntilDecided(order)
      await buyUntilDecided(order)
    })
    isOpen = false
    await ending
    const statuses = client.log.map(({ answer }) => answer?.status)
    expect(
      new Set(statuses),
      'interrupted orders are refused as unavailable, never as a fault of ours',
    ).toEqual(new Set([201, 409, 503]))
    // Their own connections may be about to end still.
    const [after] = await openTestShops(shops[0].databaseUrl, 1)
    await checkGuarantees(after.database.db, { log: client.log, watches })
  },
)
