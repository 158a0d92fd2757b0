import { type ErrorEvent, EventSource } from 'eventsource'
import { expect, onTestFinished, test } from 'vitest'
import { addTestProduct } from '../testing/add-test-product.ts'
import { checkout } from '../testing/api-client.ts'
import { eventually } from '../testing/eventually.ts'
import { openTestShop } from '../testing/start-test-shop.ts'
import { freshDatabaseUrl } from '../testing/test-database.ts'

test('EventSource of npm reads the stream, and comes back by itself with the last id it saw', async () => {
  const databaseUrl = await freshDatabaseUrl()
  const first = await openTestShop(databaseUrl)
  const bowl = await addTestProduct(first, { name: 'Bowl', stock: 9 })
  const asked: Array<string | undefined> = []
  const source = new EventSource(`${first.url}/api/stock/stream`, {
    fetch: (url, init) => {
      asked.push(new Headers(init.headers).get('Last-Event-ID') ?? undefined)
      return fetch(url, init)
    },
  })
  onTestFinished(() => source.close())
  const events: MessageEvent[] = []
  for (const name of ['snapshot', 'stock']) source.addEventListener(name, (event) => events.push(event))
  const refusals: Array<number | undefined> = []
  source.addEventListener('error', ({ code }: ErrorEvent) => refusals.push(code))
  const names = (): string[] => events.map(({ type }) => type)

  await eventually(() => expect(names()).toEqual(['snapshot']))
  await checkout(first.url, [{ productId: bowl, quantity: 2 }])
  await eventually(() => expect(names()).toEqual(['snapshot', 'stock']))
  expect(JSON.parse(events[1]?.data)).toEqual({ changes: [{ productId: bowl, stock: 7, version: 2 }] })
  const lastId = events[1]?.lastEventId
  expect(lastId).toMatch(/^\w+:\d+$/)

  await first.close()
  const again = await openTestShop(databaseUrl, { PORT: String(first.port) })
  await eventually(() => expect(names()).toEqual(['snapshot', 'stock', 'snapshot']), { timeout: 15_000 })
  expect(JSON.parse(events[2]?.data)).toEqual({ stock: [{ productId: bowl, stock: 7, version: 2 }] })
  expect([asked[0], asked.at(-1)]).toEqual([undefined, lastId])
  expect(refusals.every((code) => code === undefined)).toBe(true)
  await again.close()
})
