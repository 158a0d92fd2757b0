import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { StreamStatus } from './connection.ts'
import { createFakeBrowser, createFakeServer } from './fakes.ts'
import { joinStockStream } from './shared-stream.ts'
import { createStockStore } from './stock-store.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

const soon = () => vi.advanceTimersByTimeAsync(10)

function setUp() {
  const server = createFakeServer()
  const browser = createFakeBrowser()
  return { server, openPage: () => openPage(server, browser) }
}

function openPage(
  server: ReturnType<typeof createFakeServer>,
  browser?: ReturnType<typeof createFakeBrowser>,
) {
  const store = createStockStore()
  const statuses: StreamStatus[] = []
  const channel = browser?.openChannel()
  const stream = joinStockStream({
    store,
    open: server.open,
    onStatus: (status) => statuses.push(status),
    sharing: browser && channel && { locks: browser.locks, channel },
  })
  return { store, stream, channel, status: () => statuses.at(-1), stock: () => store.get('a')?.stock }
}

test('three pages hold one stream, and all of them see what it tells', async () => {
  const { server, openPage } = setUp()
  const pages = [openPage(), openPage(), openPage()]
  await soon()
  expect(server.streams.size).toBe(1)
  server.say('snapshot', 'e:1', 5, 1)
  server.say('stock', 'e:2', 4, 2)
  await soon()
  expect(pages.map((page) => page.stock())).toEqual([4, 4, 4])
  expect(pages.map((page) => page.status())).toEqual(['live', 'live', 'live'])
})

test('what the leader has learnt elsewhere before is passed on all the same', async () => {
  const { server, openPage } = setUp()
  const leader = openPage()
  const follower = openPage()
  await soon()
  server.say('snapshot', 'e:1', 5, 1)
  await soon()
  leader.store.learn([{ productId: 'a', stock: 4, version: 2 }])
  server.say('stock', 'e:2', 4, 2)
  await soon()
  expect(follower.store.get('a')).toEqual({ productId: 'a', stock: 4, version: 2 })
})

test('a page that joins late is told all there is', async () => {
  const { server, openPage } = setUp()
  openPage()
  await soon()
  server.say('snapshot', 'e:1', 5, 1)
  await soon()
  const late = openPage()
  await soon()
  expect(late.stock()).toBe(5)
  expect(late.status()).toBe('live')
  expect(server.opened).toHaveLength(1)
})

test('when the leader leaves another goes on from where it was, and misses nothing', async () => {
  const { server, openPage } = setUp()
  const leader = openPage()
  const follower = openPage()
  await soon()
  server.say('snapshot', 'e:1', 5, 1)
  server.say('stock', 'e:2', 4, 2)
  // What a page knows of the place in the stream is at most one event behind.
  server.say('stock', 'e:3', 3, 3)
  await soon()
  leader.stream.leave()
  await soon()
  expect(server.streams.size).toBe(1)
  expect(server.opened).toEqual([undefined, 'e:2'])
  server.say('stock', 'e:4', 2, 4)
  await soon()
  expect(follower.stock()).toBe(2)
})

test('a page that was never told everything asks for a snapshot when it takes over', async () => {
  const { server, openPage } = setUp()
  const leader = openPage()
  await soon()
  server.say('snapshot', 'e:1', 5, 1)
  await soon()
  const late = openPage()
  leader.stream.leave()
  await soon()
  expect(server.opened).toEqual([undefined, undefined])
  expect(late.stock()).toBeUndefined()
})

test('a page takes over from a leader that no longer answers', async () => {
  const { server, openPage } = setUp()
  const frozen = openPage()
  await soon()
  server.say('snapshot', 'e:1', 5, 1)
  await soon()
  const awake = openPage()
  await soon()
  if (frozen.channel) frozen.channel.onmessage = null
  awake.stream.wake()
  await vi.advanceTimersByTimeAsync(2_500)
  awake.stream.watch()
  await soon()
  server.say('stock', 'e:2', 1, 2)
  await soon()
  expect(server.streams.size).toBe(1)
  expect(awake.stock()).toBe(1)
})

test('a stream that breaks off is opened again with what was seen last', async () => {
  const { server, openPage } = setUp()
  const page = openPage()
  await soon()
  server.say('snapshot', 'e:1', 5, 1)
  await soon()
  server.hangUp()
  await soon()
  expect(page.status()).toBe('connecting')
  await vi.advanceTimersByTimeAsync(1_000)
  expect(page.status()).toBe('live')
  expect(server.opened).toEqual([undefined, 'e:1'])
})

test('a silent stream is known dead and opened again; heartbeats keep it', async () => {
  const { server, openPage } = setUp()
  openPage()
  await soon()
  for (let beat = 0; beat < 6; beat++) {
    await vi.advanceTimersByTimeAsync(15_000)
    server.beat()
  }
  expect(server.opened).toHaveLength(1)
  await vi.advanceTimersByTimeAsync(42_000)
  expect(server.opened).toHaveLength(2)
  expect(server.streams.size).toBe(1)
})

test('without locks and channels a page keeps a stream of its own', async () => {
  const server = createFakeServer()
  const alone = openPage(server)
  await soon()
  server.say('snapshot', 'e:1', 5, 1)
  await soon()
  expect(alone.stock()).toBe(5)
  alone.stream.leave()
  await soon()
  expect(server.streams.size).toBe(0)
})
