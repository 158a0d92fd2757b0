import { once } from 'node:events'
import { get } from 'node:http'
import { expect, test } from 'vitest'
import { signUp } from '../testing/account-client.ts'
import { addTestProduct } from '../testing/add-test-product.ts'
import { adminCall, move } from '../testing/admin-client.ts'
import { call, checkout, type Reply } from '../testing/api-client.ts'
import { eventually } from '../testing/eventually.ts'
import { readStream } from '../testing/read-stream.ts'
import { openTestShop } from '../testing/start-test-shop.ts'
import { freshDatabaseUrl } from '../testing/test-database.ts'

const read = (url: string, headers: Record<string, string> = {}): Promise<Reply> =>
  call(url, '/api/metrics', { headers })

/** The figures by their names and labels. */
async function figuresOf(url: string): Promise<Map<string, number>> {
  const { body } = await read(url)
  const lines = String(body)
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
  return new Map(lines.map((line) => [line.replace(/ \S+$/, ''), Number(line.split(' ').at(-1))]))
}

test('figures tell what was asked, sold and moved, and what is open', async () => {
  const shop = await openTestShop(await freshDatabaseUrl())
  const productId = await addTestProduct(shop, { name: 'Bowl', stock: 5 })
  const owner = await signUp(shop, 'admin')
  const items = [{ productId, quantity: 1 }]
  const { order } = (await checkout(shop.url, items, { key: 'k1' })).body
  await checkout(shop.url, items, { key: 'k1' })
  await checkout(shop.url, [{ productId, quantity: 9 }])
  await checkout(shop.url, [{ productId: 'prod_none', quantity: 1 }])
  await move(shop.url, owner, productId, { delta: -1, reason: 'damage' })
  await adminCall(shop.url, owner, `orders/${order.id}/cancellation`, { method: 'POST' })
  await call(shop.url, '/api/nothing/of/this/name')
  await readStream(shop.url)
  const figures = await figuresOf(shop.url)
  const named = (start: string): Array<[string, number]> =>
    [...figures].filter(([name]) => name.startsWith(start))
  expect(named('onhand_checkouts_total').sort()).toEqual([
    ['onhand_checkouts_total{outcome="insufficient_stock"}', 1],
    ['onhand_checkouts_total{outcome="placed"}', 1],
    ['onhand_checkouts_total{outcome="product_not_found"}', 1],
    ['onhand_checkouts_total{outcome="replayed"}', 1],
  ])
  expect(named('onhand_stock_movements_total').sort()).toEqual([
    ['onhand_stock_movements_total{reason="cancellation"}', 1],
    ['onhand_stock_movements_total{reason="damage"}', 1],
    ['onhand_stock_movements_total{reason="receipt"}', 1],
    ['onhand_stock_movements_total{reason="sale"}', 1],
  ])
  expect(named('onhand_streams_open').sort()).toEqual([
    ['onhand_streams_open{stream="cart"}', 0],
    ['onhand_streams_open{stream="stock"}', 1],
  ])
  expect(figures.get('onhand_checkout_queue_length')).toBe(0)
  expect(figures.get('onhand_checkout_batch_size_sum')).toBe(4)
  expect(figures.get('onhand_database_up')).toBe(1)
  expect(figures.get('process_resident_memory_bytes')).toBeGreaterThan(0)
  const asked = (method: string, route: string, status: number): number | undefined =>
    figures.get(`http_request_duration_seconds_count{method="${method}",route="${route}",status="${status}"}`)
  expect(asked('POST', '/cart/checkout', 201)).toBe(2)
  expect(asked('POST', '/cart/checkout', 409)).toBe(1)
  expect(asked('GET', 'none', 404)).toBe(1)
  expect(asked('POST', '/admin/orders/:id/cancellation', 200)).toBe(1)
  expect([...figures.keys()].join()).not.toMatch(/prod_|ord_|usr_|@/)
  expect((await figuresOf(shop.url)).get('onhand_stock_movements_total{reason="sale"}')).toBe(1)
})

test('figures are for the shop’s own machine, and not for whoever comes through its proxy', async () => {
  const shop = await openTestShop(await freshDatabaseUrl())
  const reply = await read(shop.url)
  expect([reply.status, reply.headers.get('Content-Type')]).toEqual([
    200,
    expect.stringMatching('text/plain'),
  ])
  for (const name of ['X-Forwarded-For', 'Forwarded', 'X-Real-IP', 'Via']) {
    const { status, body } = await read(shop.url, { [name]: '127.0.0.1' })
    expect([status, body.code]).toEqual([403, 'forbidden'])
  }
})

test('a page whose name was made to lead to this machine cannot read figures in its browser', async () => {
  const { url, port } = await openTestShop(await freshDatabaseUrl())
  const statusFor = async (host: string): Promise<unknown> => {
    // `fetch` names the address that is asked, whatever it is told.
    const asked = get(`${url}/api/metrics`, { headers: { Host: host } })
    const [response] = await once(asked, 'response')
    response.resume()
    return response.statusCode
  }
  for (const own of [`localhost:${port}`, '127.0.0.1', `[::1]:${port}`])
    expect(await statusFor(own)).toBe(200)
  const others = [
    `evil.example:${port}`,
    'localhost.evil.example',
    '127.0.0.1.evil.example:80',
    'evil:localhost',
  ]
  for (const other of others) expect(await statusFor(other)).toBe(403)
})

test('whoever goes away before the answer is not counted as answered', async () => {
  const shop = await openTestShop(await freshDatabaseUrl())
  const goAway = new AbortController()
  const asked = fetch(`${shop.url}/api/cart/checkout`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: new ReadableStream({ start: (body) => body.enqueue(new TextEncoder().encode('{')) }),
    duplex: 'half',
    signal: goAway.signal,
  } as RequestInit)
  setTimeout(() => goAway.abort(), 50)
  await expect(asked).rejects.toThrow()
  await eventually(async () => {
    const counted = [...(await figuresOf(shop.url)).keys()].filter((name) => name.includes('status="gone"'))
    expect(counted.some((name) => name.includes('method="POST"'))).toBe(true)
  })
})

test('with a token, figures are for whoever sends it, through a proxy too, and for nobody else', async () => {
  const token = 'a-token-of-the-tests'
  const shop = await openTestShop(await freshDatabaseUrl(), { METRICS_TOKEN: token })
  const bearer = (sent: string): Record<string, string> => ({ Authorization: `Bearer ${sent}` })
  expect((await read(shop.url, { ...bearer(token), 'X-Forwarded-For': '203.0.113.7' })).status).toBe(200)
  for (const headers of [{}, bearer(`${token}x`), bearer((await signUp(shop, 'admin')).token)]) {
    expect((await read(shop.url, headers)).status).toBe(403)
  }
})
