import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { expect, onTestFinished, test, vi } from 'vitest'
import { inTransaction } from '../database/transaction.ts'
import { signUp } from '../testing/account-client.ts'
import { addTestProduct, addTestProducts } from '../testing/add-test-product.ts'
import { adminCall, move } from '../testing/admin-client.ts'
import { call, checkout } from '../testing/api-client.ts'
import { atOnce } from '../testing/at-once.ts'
import { eventually } from '../testing/eventually.ts'
import { readStream } from '../testing/read-stream.ts'
import { openTestShop, processes, startTestShop, type TestShop } from '../testing/start-test-shop.ts'
import { freshDatabaseUrl } from '../testing/test-database.ts'
import { changeStock } from './change-stock.ts'

test('tells first how to come back, then what there is, then every change', async () => {
  const shop = await startTestShop()
  const bowl = await addTestProduct(shop, { name: 'Bowl', stock: 5 })
  const cup = await addTestProduct(shop, { name: 'Cup', stock: 2 })
  const stream = await readStream(shop.url)
  expect(stream.status).toBe(200)
  expect(stream.headers.get('Content-Type')).toMatch('text/event-stream')
  expect(stream.headers.get('Content-Encoding')).toBeNull()
  expect(stream.headers.get('Cache-Control')).toMatch('no-transform')
  await stream.untilVersion(bowl, 1)
  await checkout(shop.url, [{ productId: bowl, quantity: 2 }])
  expect(await stream.untilVersion(bowl, 2)).toMatchObject({ stock: 3, version: 2 })
  expect(stream.retryMs()).toBeGreaterThan(0)
  // What a snapshot has already may be told once more in between.
  const told = stream.events.map(({ event, data }) => [event, JSON.parse(data)])
  expect(told[0]).toEqual([
    'snapshot',
    { stock: expect.arrayContaining([{ productId: cup, stock: 2, version: 1 }]) },
  ])
  expect(told.at(-1)).toEqual(['stock', { changes: [{ productId: bowl, stock: 3, version: 2 }] }])
  expect(stream.events.every(({ id }) => /^\w+:\d+$/.test(id ?? ''))).toBe(true)
})

test('a receipt is told like a sale', async () => {
  const shop = await startTestShop()
  const bowl = await addTestProduct(shop, { name: 'Bowl', stock: 0 })
  const stream = await readStream(shop.url)
  await inTransaction(shop.database, (tx) =>
    changeStock(tx, shop.stockFeed, [
      { productId: bowl, delta: 4, reason: 'receipt', cause: 'test', actor: 'shop' },
    ]),
  )
  expect(await stream.untilVersion(bowl, 1)).toMatchObject({ stock: 4 })
})

test('a narrowed stream tells of its products only', async () => {
  const shop = await startTestShop()
  const bowl = await addTestProduct(shop, { name: 'Bowl', stock: 5 })
  const cup = await addTestProduct(shop, { name: 'Cup', stock: 5 })
  const stream = await readStream(shop.url, `?products=${cup}`)
  await checkout(shop.url, [{ productId: bowl, quantity: 1 }])
  await checkout(shop.url, [{ productId: cup, quantity: 1 }])
  await stream.untilVersion(cup, 2)
  expect(stream.events.map(({ data }) => data).join()).not.toContain(bowl)
})

// Another process does not know the ids of this one, and answers with a snapshot.
test.skipIf(processes > 1).for(['header', 'query'])(
  'who comes back gets what it missed (id in the %s)',
  async (where) => {
    const shop = await startTestShop()
    const bowl = await addTestProduct(shop, { name: 'Bowl', stock: 5 })
    const first = await readStream(shop.url)
    await first.untilVersion(bowl, 1)
    await checkout(shop.url, [{ productId: bowl, quantity: 1 }])
    await first.untilVersion(bowl, 2)
    const lastId = first.events.at(-1)?.id ?? ''
    first.close()
    await checkout(shop.url, [{ productId: bowl, quantity: 1 }])
    await expect.poll(() => shop.stockFeed.since(shop.stockFeed.sequenceOf(lastId) ?? -1)).toHaveLength(1)
    const [query, headers] =
      where === 'query' ? [`?lastEventId=${lastId}`, {}] : ['', { 'Last-Event-ID': lastId }]
    const second = await readStream(shop.url, query, headers)
    await second.untilVersion(bowl, 3)
    expect(second.events.map(({ event }) => event)).toEqual(['stock'])
  },
)

test('after a restart an old id leads to a snapshot', async () => {
  const shop = await startTestShop()
  const bowl = await addTestProduct(shop, { name: 'Bowl', stock: 5 })
  const first = await readStream(shop.url)
  await first.untilVersion(bowl, 1)
  await shop.close()
  const restarted = await openTestShop(shop.databaseUrl)
  const second = await readStream(restarted.url, '', { 'Last-Event-ID': first.events.at(-1)?.id ?? '' })
  await second.untilVersion(bowl, 1)
  expect(second.events.map(({ event }) => event)).toEqual(['snapshot'])
})

test('nothing is missed between snapshot and changes, whenever one connects', async () => {
  const shop = await startTestShop()
  const bowl = await addTestProduct(shop, { name: 'Bowl', stock: 200 })
  const streams: Array<Awaited<ReturnType<typeof readStream>>> = []
  for (let round = 0; round < 40; round += 1) {
    const buying = checkout(shop.url, [{ productId: bowl, quantity: 1 }])
    streams.push(await readStream(shop.url))
    await buying
  }
  for (const stream of streams) expect(await stream.untilVersion(bowl, 41)).toMatchObject({ stock: 160 })
})

test('a change that a snapshot has overtaken is not told after it', async () => {
  const shop = await startTestShop()
  const bowl = await addTestProduct(shop, { name: 'Bowl', stock: 9 })
  await checkout(shop.url, [{ productId: bowl, quantity: 1 }])
  const stream = await readStream(shop.url)
  await stream.untilVersion(bowl, 2)
  shop.stockFeed.publish([{ productId: bowl, stock: 9, version: 1 }])
  await checkout(shop.url, [{ productId: bowl, quantity: 1 }])
  await stream.untilVersion(bowl, 3)
  expect(stream.events.map(({ data }) => data).join()).not.toContain('"version":1')
})

test('refuses a stream of no or too many products', async () => {
  const shop = await startTestShop()
  for (const products of [',', Array.from({ length: 501 }, (_, n) => `p${n}`).join(',')]) {
    const { status, body } = await call(shop.url, `/api/stock/stream?products=${products}`)
    expect([status, body.errors[0].path]).toEqual([400, 'products'])
  }
})

test.skipIf(processes > 1)(
  'a client that reads nothing is sent a bounded amount, and the newest of everything when it reads again',
  async () => {
    const shop = await startTestShop(
      Array.from({ length: 1_000 }, (_, n) => ({ name: `Thing ${n}`, stock: 1 })),
    )
    const levels = await shop.database.db.selectFrom('products').select('id as productId').execute()
    const socket = await openRawStream(shop.port)
    socket.pause()
    let told = 0
    for (let version = 2; version < 400; version += 1) {
      const changes = levels.map(({ productId }) => ({ productId, stock: 1, version }))
      told += JSON.stringify(changes).length
      shop.stockFeed.publish(changes)
      await new Promise((resolve) => setTimeout(resolve, 11))
    }
    const text = await readUntil(
      socket,
      `{"productId":"${levels.at(-1)?.productId}","stock":1,"version":399}`,
    )
    expect(text.length, 'what it missed was not kept for it').toBeLessThan(told)
  },
)

test('a snapshot larger than a connection takes at once is sent once', async () => {
  const shop = await startTestShop(
    Array.from({ length: 1_000 }, (_, n) => ({ name: `Thing ${n}`, stock: 1 })),
  )
  const stream = await readStream(shop.url)
  await expect.poll(() => stream.events.length).toBeGreaterThan(0)
  await new Promise((resolve) => setTimeout(resolve, 300))
  expect(stream.events.filter(({ event }) => event === 'snapshot')).toHaveLength(1)
  const { id } = await shop.database.db.selectFrom('products').select('id').executeTakeFirstOrThrow()
  await checkout(shop.url, [{ productId: id, quantity: 1 }])
  expect(await stream.untilVersion(id, 2)).toMatchObject({ stock: 0 })
})

test('a quiet stream shows a sign of life at least every 15 seconds', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  onTestFinished(() => void vi.useRealTimers())
  const shop = await startTestShop()
  const stream = await readStream(shop.url)
  await expect.poll(() => stream.events.length).toBe(1)
  vi.advanceTimersByTime(15_000)
  await expect.poll(() => stream.comments()).toBeGreaterThan(0)
})

test('closing the shop ends its streams', async () => {
  const shop = await startTestShop()
  const stream = await readStream(shop.url)
  await expect.poll(() => stream.events.length).toBe(1)
  await shop.close()
  await expect.poll(() => stream.ended()).toBe(true)
})

function openRawStream(port: number, headers = ''): Promise<Socket> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.write(`GET /api/stock/stream HTTP/1.1\r\nHost: localhost\r\n${headers}\r\n`)
      resolve(socket)
    })
    onTestFinished(() => void socket.destroy())
  })
}

function readUntil(socket: Socket, wanted: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = ''
    socket.on('data', (chunk) => {
      text += chunk
      if (text.slice(-200_000).includes(wanted)) resolve(text)
    })
    socket.on('close', () => reject(new Error('closed before it came')))
    socket.resume()
  })
}

test('no stream tells of the stock of a withdrawn product, also after a restart; put back, its level is told', async () => {
  const shop = await startTestShop()
  const [bowl = '', cup = ''] = await addTestProducts(shop, [
    { name: 'Bowl', stock: 5 },
    { name: 'Cup', stock: 5 },
  ])
  const owner = await signUp(shop, 'admin')
  const withdraw = (at: TestShop, withdrawn: boolean) =>
    adminCall(at.url, owner, `products/${bowl}`, { method: 'PATCH', body: { withdrawn } })
  const receive = (at: TestShop, productId: string) =>
    move(at.url, owner, productId, { delta: 1, reason: 'receipt' })
  const first = await readStream(shop.url)
  await first.untilVersion(cup, 1)
  await withdraw(shop, true)
  // Behind that it was created, where a poll found it before.
  await eventually(() => expect(first.events.map(({ data }) => data).join()).toContain('withdrawn'))
  await receive(shop, bowl)
  await receive(shop, cup)
  await first.untilVersion(cup, 2)
  // What there was before may be told twice, where a poll finds the product new.
  const ofBowl = first.levels().filter(({ productId }) => productId === bowl)
  expect(ofBowl.map(({ version }) => version)).not.toContain(2)
  await shop.close()

  const again = await openTestShop(shop.databaseUrl)
  const streams = [await readStream(again.url), await readStream(again.url, `?products=${bowl},${cup}`)]
  for (const stream of streams) await stream.untilVersion(cup, 2)
  await receive(again, bowl)
  await receive(again, cup)
  for (const stream of streams) {
    await stream.untilVersion(cup, 3)
    expect(stream.levels().map(({ productId }) => productId)).not.toContain(bowl)
  }
  await withdraw(again, false)
  for (const stream of streams) expect(await stream.untilVersion(bowl, 3)).toMatchObject({ stock: 7 })
})

test('a narrowed stream that comes back is told what it missed of its products', async () => {
  const shop = await startTestShop()
  const [bowl = '', cup = ''] = await addTestProducts(shop, [
    { name: 'Bowl', stock: 5 },
    { name: 'Cup', stock: 5 },
  ])
  const first = await readStream(shop.url, `?products=${cup}`)
  await first.untilVersion(cup, 1)
  first.close()
  for (const productId of [bowl, cup]) await checkout(shop.url, [{ productId, quantity: 1 }])
  const lastEventId = first.events.at(-1)?.id
  const second = await readStream(shop.url, `?products=${cup}&lastEventId=${lastEventId}`)
  expect(await second.untilVersion(cup, 2)).toMatchObject({ stock: 4 })
  expect(second.levels().map(({ productId }) => productId)).not.toContain(bowl)
})

test.skipIf(processes > 1)(
  'one address of the internet has 2,000 streams, and then is told when to come back, while others are let in',
  async () => {
    const shop = await openTestShop(await freshDatabaseUrl(), { TRUSTED_PROXIES: '1' })
    const from = (address: string) => ({ headers: { 'X-Forwarded-For': address } })
    // Connections that all come at once may be dropped, and then take seconds to try again.
    await atOnce(100, Array(2_000).keys(), async () => {
      await once(await openRawStream(shop.port, 'X-Forwarded-For: 203.0.113.7\r\n'), 'data')
    })
    const refused = await call(shop.url, '/api/stock/stream', from('203.0.113.7'))
    expect([refused.status, refused.body.code]).toEqual([503, 'unavailable'])
    expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThanOrEqual(5)
    const other = await readStream(shop.url, '', from('203.0.113.8').headers)
    expect(other.status).toBe(200)
  },
  60_000,
)

test('a stream asked for behind another request on one connection is refused', async () => {
  const shop = await startTestShop()
  const socket = connect(shop.port, '127.0.0.1')
  onTestFinished(() => void socket.destroy())
  const get = (path: string): string => `GET ${path} HTTP/1.1\r\nHost: localhost\r\n\r\n`
  socket.write(get('/api/health/ready') + get('/api/stock/stream'))
  const text = await readUntil(socket, 'invalid_request')
  expect(text).toMatch(/^HTTP\/1.1 200[\s\S]*HTTP\/1.1 400/)
})
