import { checkout } from '../server/src/testing/api-client.ts'
import { expect, test } from './fixtures.ts'

interface Seen {
  readonly type: string
  readonly id: string
  readonly data: string
}

test("the browser's own EventSource reads the stream and goes on after the shop was away", async ({
  page,
  shop,
  offer,
  expectComplaint,
}) => {
  expectComplaint(/net::ERR_/)
  const lamp = await offer({ stock: 9 })
  await page.goto('/')
  await page.evaluate((path) => {
    const seen: unknown[] = []
    const source = new EventSource(path)
    for (const name of ['snapshot', 'stock']) {
      source.addEventListener(name, ({ type, lastEventId, data }) =>
        seen.push({ type, id: lastEventId, data }),
      )
    }
    Object.assign(window, { seen })
  }, `/api/stock/stream?products=${lamp.id}`)
  const seen = (): Promise<Seen[]> => page.evaluate(() => (window as never as { seen: Seen[] }).seen)
  await expect.poll(async () => (await seen()).map(({ type }) => type)).toEqual(['snapshot'])
  await checkout(shop.url, [{ productId: lamp.id, quantity: 2 }])
  await expect.poll(async () => (await seen()).map(({ type }) => type)).toEqual(['snapshot', 'stock'])
  const [, change] = await seen()
  expect(JSON.parse(change?.data ?? '')).toMatchObject({ changes: [{ productId: lamp.id, stock: 7 }] })
  expect(change?.id).toMatch(/^\w+:\d+$/)

  await shop.kill()
  await shop.reopen()
  await expect
    .poll(async () => (await seen()).map(({ type }) => type), { timeout: 20_000 })
    .toEqual(['snapshot', 'stock', 'snapshot'])
})
