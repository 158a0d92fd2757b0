import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type CatalogNews, createCatalogChanges } from './catalog-changes.ts'
import type { Channel, ReaderStatus } from './channel.ts'
import { createFakeBrowser, createFakeServer } from './fakes.ts'
import { hostReader } from './host-reader.ts'
import { joinReader } from './member.ts'
import { openReader } from './reader.ts'
import { createStockStore } from './stock-store.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

const soon = () => vi.advanceTimersByTimeAsync(10)

/** A browser whose pages have a shared worker, or else share one stream by a lock. */
function setUp({ worker }: { worker: boolean }) {
  const server = createFakeServer()
  const browser = createFakeBrowser()
  const readers: Channel[] = []
  const read = () => {
    const channel = browser.openChannel()
    readers.push(channel)
    return openReader({ channel, open: server.open, ask: server.ask })
  }
  if (worker) hostReader(browser.locks, read)

  function openPage(...shown: string[]) {
    const store = createStockStore()
    const statuses: ReaderStatus[] = []
    const catalog: CatalogNews[] = []
    const changes = createCatalogChanges()
    changes.tell({ changes: [], from: 7, to: 7 })
    changes.subscribe((news) => catalog.push(news))
    const channel = browser.openChannel()
    const host = worker ? undefined : hostReader(browser.locks, read)
    const member = joinReader({
      channel,
      store,
      onStatus: (status) => statuses.push(status),
      onLost: () => statuses.push('connecting'),
      onCatalog: changes.tell,
      onNoReader: () => host?.takeOver(),
    })
    member.show(shown.length > 0 ? shown : ['a'])
    return {
      store,
      member,
      channel,
      catalog,
      statuses,
      status: () => statuses.at(-1),
      stock: () => store.get('a')?.stock,
      close() {
        member.leave()
        host?.withdraw()
      },
    }
  }
  return { server, readers, openPage }
}

for (const [how, worker] of [
  ['a shared worker', true],
  ['a lock', false],
] as const) {
  test(`by ${how}, three pages hold one stream of what they show, and all see what it tells`, async () => {
    const { server, openPage } = setUp({ worker })
    const pages = [openPage(), openPage(), openPage()]
    await soon()
    expect(server.streams.size).toBe(1)
    server.say('snapshot', 'e:1', 5, 1)
    server.say('stock', 'e:2', 4, 2)
    await soon()
    expect(pages.map((page) => page.stock())).toEqual([4, 4, 4])
    expect(pages.map((page) => page.status())).toEqual(['live', 'live', 'live'])
    expect(server.opened).toEqual([{ products: 'a', lastEventId: undefined }])
  })

  test(`by ${how}, a page that joins late is told what is known`, async () => {
    const { server, openPage } = setUp({ worker })
    openPage()
    await soon()
    server.say('snapshot', 'e:1', 5, 1)
    await soon()
    const late = openPage()
    await soon()
    expect([late.stock(), late.status()]).toEqual([5, 'live'])
    expect(server.opened).toHaveLength(1)
  })

  test(`by ${how}, the others go on when the first page closes, and miss nothing`, async () => {
    const { server, openPage } = setUp({ worker })
    const first = openPage()
    const other = openPage()
    await soon()
    server.say('snapshot', 'e:1', 5, 1)
    await soon()
    first.close()
    await soon()
    expect(server.streams.size).toBe(1)
    expect(server.opened).toHaveLength(worker ? 1 : 2)
    server.say(worker ? 'stock' : 'snapshot', 'e:2', 2, 4)
    await soon()
    expect(other.stock()).toBe(2)
    expect(other.catalog).toEqual([])
  })
}

test('a page takes over from a leader that no longer answers', async () => {
  const { server, readers, openPage } = setUp({ worker: false })
  openPage()
  await soon()
  server.say('snapshot', 'e:1', 5, 1)
  const awake = openPage()
  await soon()
  Object.assign(readers[0] ?? {}, { onmessage: null, postMessage: () => {} })
  awake.member.wake()
  await vi.advanceTimersByTimeAsync(2_500)
  awake.member.watch()
  await soon()
  server.say('snapshot', 'e:2', 1, 2)
  await soon()
  expect(server.streams.size).toBe(1)
  expect([awake.stock(), awake.status()]).toEqual([1, 'live'])
})

test('what no open page showed before is asked for too, and the old stream is kept until that tells', async () => {
  const { server, openPage } = setUp({ worker: true })
  const page = openPage('a')
  await soon()
  server.say('snapshot', 'e:1', 5, 1)
  await soon()
  page.member.show(['b'])
  await soon()
  expect(server.opened.map(({ products }) => products)).toEqual(['a', 'a,b'])
  expect(server.streams.size).toBe(2)
  server.tell('snapshot', 'e:1', {
    stock: [
      { productId: 'a', stock: 5, version: 1 },
      { productId: 'b', stock: 3, version: 1 },
    ],
  })
  await soon()
  expect(server.streams.size).toBe(1)
  expect(page.store.get('b')?.stock).toBe(3)
  expect(page.statuses).toEqual(['live'])
  page.member.show(['a'])
  await soon()
  expect(server.opened).toHaveLength(2)
})

test('a stream that breaks off is opened again where it was, as soon as the server wants it', async () => {
  const { server, openPage } = setUp({ worker: true })
  const page = openPage()
  await soon()
  server.say('snapshot', 'e:1', 5, 1)
  await soon()
  vi.spyOn(Math, 'random').mockReturnValue(1)
  server.hangUp()
  await vi.advanceTimersByTimeAsync(1_900)
  expect([page.status(), server.opened.length]).toEqual(['connecting', 1])
  await vi.advanceTimersByTimeAsync(200)
  expect(page.status()).toBe('live')
  expect(server.opened.map(({ lastEventId }) => lastEventId)).toEqual([undefined, 'e:1'])
  expect(page.catalog).toEqual([])
})

test('a snapshot after a loss tells that the catalog may have changed, and what is not for sale any more', async () => {
  const { server, openPage } = setUp({ worker: true })
  const page = openPage('a', 'b')
  await soon()
  server.say('snapshot', 'e:1', 5, 1)
  await soon()
  expect(page.catalog).toEqual([{ changes: [{ productId: 'b', change: 'withdrawn' }], from: 7, to: 7 }])
  server.hangUp()
  await vi.advanceTimersByTimeAsync(2_500)
  server.tell('snapshot', 'f:1', { stock: [{ productId: 'b', stock: 1, version: 1 }], catalogRevision: 9 })
  await soon()
  expect(page.catalog.slice(1)).toEqual([
    { changes: [{ productId: 'a', change: 'withdrawn' }], from: 9, to: 9 },
  ])
})

test('a snapshot after a loss tells nothing of a catalog that stayed as it was', async () => {
  const { server, openPage } = setUp({ worker: true })
  const page = openPage()
  await soon()
  server.say('snapshot', 'e:1', 5, 1)
  server.hangUp()
  await vi.advanceTimersByTimeAsync(2_500)
  server.say('snapshot', 'f:1', 4, 2)
  await soon()
  expect([page.stock(), page.catalog]).toEqual([4, []])
})

test('what is not for sale any more is told once, however often the stock is asked for', async () => {
  const { server, openPage } = setUp({ worker: true })
  server.blocked = true
  server.answer = { stock: [], catalogRevision: 7 }
  const page = openPage()
  await vi.advanceTimersByTimeAsync(30_000)
  expect(server.asked).toBeGreaterThan(2)
  expect(page.catalog).toEqual([{ changes: [{ productId: 'a', change: 'withdrawn' }], from: 7, to: 7 }])
})

test('a change that was told before a page joined is told to it as missed, and to the others as it is', async () => {
  const { server, openPage } = setUp({ worker: true })
  const early = openPage()
  await soon()
  server.say('snapshot', 'e:1', 5, 1)
  const change = { productId: 'a', change: 'updated', catalogRevision: 8 } as const
  server.tell('catalog', 'e:2', change)
  await soon()
  expect(early.catalog).toEqual([{ changes: [change], from: 7, to: 8 }])
  const late = openPage()
  await soon()
  expect(late.catalog).toEqual([{ changes: [], from: 8, to: 8 }])
  expect(early.catalog).toHaveLength(1)
})

test('a silent stream is known dead and opened again; heartbeats keep it', async () => {
  const { server, openPage } = setUp({ worker: true })
  openPage()
  await soon()
  for (let beat = 0; beat < 6; beat++) {
    await vi.advanceTimersByTimeAsync(15_000)
    server.beat()
  }
  expect(server.opened).toHaveLength(1)
  await vi.advanceTimersByTimeAsync(43_000)
  expect(server.opened).toHaveLength(2)
  expect(server.streams.size).toBe(1)
})

test('a page that somebody looks at has even a reader in the background try again at once', async () => {
  const { server, openPage } = setUp({ worker: false })
  openPage()
  const seen = openPage()
  await soon()
  server.hangUp()
  await soon()
  expect(server.opened).toHaveLength(1)
  seen.member.wake()
  await soon()
  expect(server.opened).toHaveLength(2)
})

test('where nothing comes through the stock is asked for instead, until the stream works again', async () => {
  const { server, openPage } = setUp({ worker: true })
  server.blocked = true
  server.answer = { stock: [{ productId: 'a', stock: 5, version: 1 }], catalogRevision: 7 }
  const page = openPage()
  await vi.advanceTimersByTimeAsync(7_000)
  expect([page.stock(), page.status(), server.asked]).toEqual([5, 'polling', 1])
  server.answer = { stock: [{ productId: 'a', stock: 4, version: 2 }], catalogRevision: 8 }
  await vi.advanceTimersByTimeAsync(7_000)
  expect([page.stock(), page.catalog]).toEqual([4, [{ changes: [], from: 8, to: 8 }]])
  server.answer = undefined
  await vi.advanceTimersByTimeAsync(7_000)
  expect(page.status()).toBe('connecting')
  server.blocked = false
  await vi.advanceTimersByTimeAsync(15_000)
  expect(page.status()).toBe('live')
  server.catalogRevision = 8
  server.say('snapshot', 'e:1', 4, 2)
  await soon()
  expect(page.catalog).toHaveLength(1)
  const { asked } = server
  await vi.advanceTimersByTimeAsync(35_000)
  expect(server.asked).toBe(asked)
})
