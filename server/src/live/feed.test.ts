import fc from 'fast-check'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createFeed, type Feed } from './feed.ts'

interface Level {
  readonly key: string
  readonly version: number
}

function levelFeed(): Feed<Level> {
  return createFeed<Level>({
    keyOf: (level) => level.key,
    isNewer: (level, than) => level.version > than.version,
  })
}

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

test('changes that fall into one tick are told together, of each thing only the newest', () => {
  const feed = levelFeed()
  const told: Array<readonly Level[]> = []
  feed.subscribe((event) => told.push(event.changes))
  feed.publish([{ key: 'a', version: 2 }])
  feed.publish([{ key: 'b', version: 1 }])
  feed.publish([{ key: 'a', version: 1 }])
  vi.runAllTimers()
  expect(told).toEqual([
    [
      { key: 'a', version: 2 },
      { key: 'b', version: 1 },
    ],
  ])
})

test('ids rise by one and carry the epoch', () => {
  const feed = levelFeed()
  const ids: string[] = [feed.lastId()]
  feed.subscribe((event) => ids.push(event.id))
  for (const version of [1, 2]) {
    feed.publish([{ key: 'a', version }])
    vi.runAllTimers()
  }
  const [epoch] = ids[0]?.split(':') ?? []
  expect(ids).toEqual([`${epoch}:0`, `${epoch}:1`, `${epoch}:2`])
})

test('who unsubscribed hears nothing more', () => {
  const feed = levelFeed()
  const listener = vi.fn()
  const unsubscribe = feed.subscribe(listener)
  unsubscribe()
  feed.publish([{ key: 'a', version: 1 }])
  vi.runAllTimers()
  expect(listener).not.toHaveBeenCalled()
})

test('knows what came after an id, and says so when it does not', () => {
  const feed = levelFeed()
  const start = feed.lastId()
  feed.publish([{ key: 'a', version: 1 }])
  vi.runAllTimers()
  expect(feed.since(start)).toEqual([{ key: 'a', version: 1 }])
  expect(feed.since(feed.lastId())).toEqual([])
  expect(feed.since('elsewhere:0')).toBeUndefined()
  expect(feed.since(start.replace(':0', ':7'))).toBeUndefined()
  for (const nonsense of ['', ':', 'x', `${start}x`, '-1', ':-1'])
    expect(feed.since(nonsense)).toBeUndefined()
  for (let version = 2; version < 1_100; version += 1) {
    feed.publish([{ key: 'a', version }])
    vi.runAllTimers()
  }
  expect(feed.since(start), 'too long ago').toBeUndefined()
})

test('whoever leaves at any moment and comes back knows the newest of everything', () => {
  const change = fc.record({ key: fc.constantFrom('a', 'b', 'c'), version: fc.nat(50) })
  fc.assert(
    fc.property(fc.array(fc.array(change), { maxLength: 20 }), fc.nat(20), (ticks, leaveAfter) => {
      const feed = levelFeed()
      const whole = new Map<string, number>()
      const mine = new Map<string, number>()
      const learn = (into: Map<string, number>, changes: readonly Level[]): void => {
        for (const { key, version } of changes) into.set(key, Math.max(version, into.get(key) ?? -1))
      }
      feed.subscribe(({ changes }) => learn(whole, changes))
      const leave = feed.subscribe(({ changes }) => learn(mine, changes))
      let left = feed.lastId()
      for (const [index, changes] of ticks.entries()) {
        feed.publish(changes)
        vi.runAllTimers()
        if (index === leaveAfter) leave()
        if (index <= leaveAfter) left = feed.lastId()
      }
      learn(mine, feed.since(left) ?? [])
      expect(mine).toEqual(whole)
    }),
  )
})
