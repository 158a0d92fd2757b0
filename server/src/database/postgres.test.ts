import { Socket } from 'node:net'
import { sql } from 'kysely'
import type pg from 'pg'
import { expect, onTestFinished, test, vi } from 'vitest'
import { readConfig } from '../config.ts'
import { signUp } from '../testing/account-client.ts'
import { addTestProduct, addTestProducts } from '../testing/add-test-product.ts'
import { adminCall } from '../testing/admin-client.ts'
import { checkout, stockOf } from '../testing/api-client.ts'
import { createBuyingClient } from '../testing/buying-client.ts'
import { checkBooks } from '../testing/check-books.ts'
import { eventually } from '../testing/eventually.ts'
import { checkGuarantees } from '../testing/guarantees/check-guarantees.ts'
import { readStream } from '../testing/read-stream.ts'
import { openTestShops, startTestShop, type TestShop } from '../testing/start-test-shop.ts'
import { freshDatabaseUrl } from '../testing/test-database.ts'
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
