import { randomInt } from 'node:crypto'
import { Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import type pg from 'pg'
import { expect, onTestFinished, test, vi } from 'vitest'
import { readConfig } from '../config.ts'
import { signUp } from '../testing/account-client.ts'
import { addTestProduct, addTestProducts } from '../testing/add-test-product.ts'
import { adminCall, move } from '../testing/admin-client.ts'
import { call, checkout, stockOf } from '../testing/api-client.ts'
import { atOnce } from '../testing/at-once.ts'
import { createBuyingClient } from '../testing/buying-client.ts'
import { checkBooks } from '../testing/check-books.ts'
import { eventually } from '../testing/eventually.ts'
import { checkGuarantees } from '../testing/guarantees/check-guarantees.ts'
import { isDecision } from '../testing/guarantees/decided-within.ts'
import { readStream } from '../testing/read-stream.ts'
import { startProxy } from '../testing/start-proxy.ts'
import { openTestShop, openTestShops, startTestShop, type TestShop } from '../testing/start-test-shop.ts'
import { freshDatabaseUrl } from '../testing/test-database.ts'
import { watchStock } from '../testing/watch-stock.ts'
import { migrate } from './migrate.ts'
import { openDatabase } from './open.ts'

async function startTestShops(count: number): Promise<[TestShop, ...TestShop[]]> {
  return openTestShops(await freshDatabaseUrl(), count)
}

test('200 buyers at four shops of one database for 50 units: exactly 50 are sold', async () => {
  const shops = await startTestShops(4)
  const print = await addTestProduct(shops[0], { name: 'Print', stock: 50 })
  const replies = await Promise.all(
    Array.from({ length: 200 }, (_, buyer) => {
      const { url } = shops[buyer % shops.length] ?? shops[0]
      return checkout(url, [{ productId: print, quantity: 1 }], { key: `buyer-${buyer}` })
    }),
  )
  const counts = Object.groupBy(replies, (reply) => reply.status)
  expect([counts[201]?.length, counts[409]?.length]).toEqual([50, 150])
  await checkBooks(shops[0].database.db)
})

test('the same key at several shops at once makes one order, also when its body names nothing to lock', async () => {
  const shops = await startTestShops(4)
  const cup = await addTestProduct(shops[0], { name: 'Cup', stock: 9 })
  for (const [key, productId, status] of [
    ['k1', cup, 201],
    ['k2', 'prod_none', 404],
  ] as const) {
    const replies = await Promise.all(
      Array.from({ length: 40 }, (_, n) =>
        checkout((shops[n % 4] ?? shops[0]).url, [{ productId, quantity: 1 }], { key }),
      ),
    )
    expect(new Set(replies.map((reply) => reply.status))).toEqual(new Set([status]))
    expect(new Set(replies.map((reply) => JSON.stringify(reply.body))).size).toBe(1)
  }
  expect(await stockOf(shops[0].url, cup)).toEqual({ stock: 8, version: 2 })
  await checkBooks(shops[0].database.db)
})

test('one key with two bodies at several shops at once is decided for one of them, and refused to the other', async () => {
  const shops = await startTestShops(4)
  const ids = await addTestProducts(
    shops[0],
    ['Bowl', 'Cup'].map((name) => ({ name, stock: 90 })),
  )
  const keys = Array.from({ length: 8 }, (_, n) => `k${n}`)
  const client = createBuyingClient(64)
  await Promise.all(
    keys.flatMap((key) =>
      shops.flatMap(({ url }, place) =>
        [place, place + 1].map((n) => client.buy(url, [{ productId: ids[n % 2] ?? '', quantity: 1 }], key)),
      ),
    ),
  )
  for (const key of keys) {
    const answers = client.log.filter((one) => one.key === key)
    const bought = answers.filter(({ answer }) => answer?.status === 201)
    expect([bought.length, answers.filter(({ answer }) => answer?.status === 422).length]).toEqual([4, 4])
    expect(new Set(bought.map(({ answer, items }) => `${items[0]?.productId} ${answer?.text}`)).size).toBe(1)
  }
  await checkGuarantees(shops[0].database.db, { log: client.log })
})

test('carts in opposite orders at several shops never meet in a deadlock', async () => {
  const shops = await startTestShops(4)
  const failures = shops.map(({ database }) => vi.spyOn(database, 'failureOf'))
  const ids: string[] = []
  for (let n = 0; n < 8; n += 1) ids.push(await addTestProduct(shops[0], { name: `Thing ${n}`, stock: 30 }))
  const replies = await Promise.all(
    Array.from({ length: 200 }, (_, n) => {
      const productIds = n % 2 ? ids : ids.toReversed()
      const items = productIds.map((productId) => ({ productId, quantity: 1 }))
      return checkout((shops[n % 4] ?? shops[0]).url, items, { key: `k${n}` })
    }),
  )
  const counts = Object.groupBy(replies, (reply) => reply.status)
  expect([counts[201]?.length, counts[409]?.length]).toEqual([30, 170])
  const codes = failures.flatMap(({ mock }) => mock.calls.map(([error]) => (error as pg.DatabaseError).code))
  expect(codes, 'rows are locked in one order').not.toContain('40P01')
  await checkBooks(shops[0].database.db)
})

test.for(['40001', '40P01'])(
  'who is broken off by another transaction (%s) is decided again, and hears nothing of it',
  async (code) => {
    const shop = await startTestShop()
    const cup = await addTestProduct(shop, { name: 'Cup', stock: 9 })
    const { db } = shop.database
    await sql`create sequence orders_tried`.execute(db)
    await sql
      .raw(`create function break_off() returns trigger language plpgsql as $$ begin
        if nextval('orders_tried') <= 3 then raise 'broken off' using errcode = '${code}'; end if; return new; end $$`)
      .execute(db)
    await sql`create trigger break_off before insert on orders for each row execute function break_off()`.execute(
      db,
    )
    expect((await checkout(shop.url, [{ productId: cup, quantity: 1 }])).status).toBe(201)
    const { rows } = await sql<{ last_value: number }>`select last_value from orders_tried`.execute(db)
    expect(rows).toEqual([{ last_value: 4 }])
    expect(await stockOf(shop.url, cup)).toEqual({ stock: 8, version: 2 })
  },
)

test('a migration, and who reads everything, may be silent for longer than a path that is lost; nothing else may', async () => {
  const address = readConfig({ DATABASE_URL: await freshDatabaseUrl() }).database
  const database = openDatabase(address)
  onTestFinished(() => database.close())
  const setTimeout = Socket.prototype.setTimeout
  const patience = vi.spyOn(Socket.prototype, 'setTimeout').mockImplementation(function (
    this: Socket,
    timeoutMs,
  ) {
    return setTimeout.call(this, timeoutMs / 80)
  })
  onTestFinished(() => patience.mockRestore())
  const rest = sql`create function rest() returns event_trigger language plpgsql as $$ begin
    perform pg_sleep(0.3); end $$`
  await rest.execute(database.db)
  const guard = sql`create event trigger slow on ddl_command_start when tag in ('DROP TABLE') execute function rest()`
  await guard.execute(database.db)
  await migrate(database)
  await expect(sql`select pg_sleep(0.3)`.execute(database.db)).rejects.toThrow('silent')
  const patient = openDatabase(address, { patient: true })
  onTestFinished(() => patient.close())
  await sql`select pg_sleep(0.3)`.execute(patient.db)
  const limit = await sql<{ statement_timeout: string }>`show statement_timeout`.execute(patient.db)
  expect(limit.rows).toEqual([{ statement_timeout: '0' }])
})

test('a sale at one shop is on the streams of another, by message', async () => {
  const [here, there] = await startTestShops(2)
  const cup = await addTestProduct(here, { name: 'Cup', stock: 9 })
  const stream = await readStream(there?.url ?? '')
  await stream.untilVersion(cup, 1)
  const start = performance.now()
  await checkout(here.url, [{ productId: cup, quantity: 2 }])
  expect(await stream.untilVersion(cup, 2)).toMatchObject({ stock: 7 })
  expect(performance.now() - start, 'sooner than the poll').toBeLessThan(1_000)
})

test('a change that no message told of arrives by the poll', async () => {
  const shop = await startTestShop()
  const cup = await addTestProduct(shop, { name: 'Cup', stock: 9 })
  const stream = await readStream(shop.url)
  await stream.untilVersion(cup, 1)
  await sql`update products set stock = 4, version = 2`.execute(shop.database.db)
  expect(await stream.untilVersion(cup, 2)).toMatchObject({ stock: 4 })
})

test('with the messages between two shops lost, a sale and a new price at one are on the streams of the other by the poll', async () => {
  const [here, there] = await startTestShops(2)
  const cup = await addTestProduct(here, { name: 'Cup', stock: 9 })
  const owner = await signUp(here, 'admin')
  const stream = await readStream(there?.url ?? '')
  const told = () =>
    stream.events.filter(({ event }) => event === 'catalog').map(({ data }) => JSON.parse(data))
  // Nobody tells of a test's product, so that the other learns of it by its first poll.
  await eventually(() => expect(told()).toEqual([{ productId: cup, change: 'created' }]))
  const { db } = here.database
  await sql`alter function pg_catalog.pg_notify(text, text) rename to pg_notify_no_more`.execute(db)
  await sql`create table lost (message text)`.execute(db)
  await sql`create function public.pg_notify(channel text, message text) returns void language sql
    as 'insert into lost values (message)'`.execute(db)
  await checkout(here.url, [{ productId: cup, quantity: 2 }])
  await adminCall(here.url, owner, `products/${cup}`, { method: 'PATCH', body: { price: 1_250 } })
  expect(await stream.untilVersion(cup, 2)).toMatchObject({ stock: 7 })
  await eventually(() => expect(told()).toContainEqual({ productId: cup, change: 'updated' }))
  const { rows } = await sql<{ message: string }>`select message from lost`.execute(db)
  expect(
    rows.some(({ message }) => message.includes(cup)),
    'the message was lost',
  ).toBe(true)
})

test('what others write to the channel does no harm', async () => {
  const shop = await startTestShop()
  const cup = await addTestProduct(shop, { name: 'Cup', stock: 9 })
  const stream = await readStream(shop.url)
  for (const text of ['hello world', '', 'x {"changes":7}', 'x {']) {
    await sql`select pg_notify('onhand', ${text})`.execute(shop.database.db)
  }
  await checkout(shop.url, [{ productId: cup, quantity: 1 }])
  expect(await stream.untilVersion(cup, 2)).toMatchObject({ stock: 8 })
})

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
    const shops = await startTestShops(count)
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
