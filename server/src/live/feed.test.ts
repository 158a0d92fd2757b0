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
    merge: (known, level) => (known.version > level.version ? known : level),
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
  const ids: string[] = [feed.idOf(feed.last())]
  feed.subscribe(({ sequence }) => ids.push(feed.idOf(sequence)))
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

test('knows its own ids and no others', () => {
  const feed = levelFeed()
  const start = feed.idOf(0)
  expect(feed.sequenceOf(start)).toBe(0)
  for (const other of ['elsewhere:0', start.replace(':0', ':1'), '', ':', 'x', `${start}x`, '-1', ':-1'])
    expect(feed.sequenceOf(other), other).toBeUndefined()
  feed.publish([{ key: 'a', version: 1 }])
  vi.runAllTimers()
  expect(feed.sequenceOf(start.replace(':0', ':1'))).toBe(1)
})

test('knows what came after an event, and says so when it does not', () => {
  const feed = levelFeed()
  const start = feed.last()
  feed.publish([{ key: 'a', version: 1 }])
  vi.runAllTimers()
  expect(feed.since(start)).toEqual([{ key: 'a', version: 1 }])
  expect(feed.since(feed.last())).toEqual([])
  feed.publish(Array.from({ length: 10_001 }, (_, n) => ({ key: `thing ${n}`, version: 1 })))
  vi.runAllTimers()
  expect(feed.since(start), 'more has changed than is remembered').toBeUndefined()
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
      let left = feed.last()
      for (const [index, changes] of ticks.entries()) {
        feed.publish(changes)
        vi.runAllTimers()
        if (index === leaveAfter) leave()
        if (index <= leaveAfter) left = feed.last()
      }
      learn(mine, feed.since(left) ?? [])
      expect(mine).toEqual(whole)
    }),
  )
})

test('the next event waits for whoever is not done with the last, and holds all that came meanwhile', async () => {
  const feed = levelFeed()
  const told: Array<readonly Level[]> = []
  const { promise, resolve } = Promise.withResolvers<void>()
  feed.subscribe(({ changes }) => {
    told.push(changes)
    return promise
  })
  for (const version of [1, 2, 3]) {
    feed.publish([{ key: 'a', version }])
    await vi.advanceTimersByTimeAsync(1_000)
  }
  expect(told).toEqual([[{ key: 'a', version: 1 }]])
  resolve()
  await vi.runAllTimersAsync()
  expect(told.slice(1)).toEqual([[{ key: 'a', version: 3 }]])
})

test('in a quiet shop a change is told within a millisecond, in a rush every ten', () => {
  const feed = levelFeed()
  const told = vi.fn()
  feed.subscribe(told)
  vi.advanceTimersByTime(1_000)
  feed.publish([{ key: 'a', version: 1 }])
  vi.advanceTimersByTime(1)
  expect(told).toHaveBeenCalledOnce()
  for (let version = 2; version <= 101; version += 1) {
    feed.publish([{ key: 'a', version }])
    vi.advanceTimersByTime(1)
  }
  expect(told.mock.calls.length).toBeLessThanOrEqual(11)
})

test('what is older than what was told is not told', () => {
  const feed = levelFeed()
  const told = vi.fn()
  const start = feed.last()
  feed.subscribe(told)
  for (const version of [7, 6]) {
    feed.publish([{ key: 'a', version }])
    vi.runAllTimers()
  }
  expect(told).toHaveBeenCalledOnce()
  expect(feed.since(start)).toEqual([{ key: 'a', version: 7 }])
})
