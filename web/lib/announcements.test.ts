import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createAnnouncements } from './announcements.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

test('speaks at most once in five seconds, and says what fell together together', () => {
  const { announce, current } = createAnnouncements()
  announce('a', 'A is sold out.')
  vi.advanceTimersByTime(200)
  expect(current()).toBe('A is sold out.')
  announce('b', 'B is sold out.')
  announce('c', 'C is back in stock.')
  vi.advanceTimersByTime(4_900)
  expect(current()).not.toContain('B')
  vi.advanceTimersByTime(100)
  expect(current()).toBe('B is sold out. C is back in stock.')
})

test('says only the newest of each subject, in the order it came', () => {
  const { announce, current } = createAnnouncements()
  announce('a', 'A: only 5 left.')
  announce('b', 'B is sold out.')
  for (const left of [4, 3, 2]) announce('a', `A: only ${left} left.`)
  vi.advanceTimersByTime(200)
  expect(current()).toBe('B is sold out. A: only 2 left.')
})

test('takes away what was said, so that an equal sentence later is heard again', () => {
  const { announce, current, subscribe } = createAnnouncements()
  const heard: string[] = []
  subscribe(() => heard.push(current()))
  announce('a', 'A is sold out.')
  vi.advanceTimersByTime(1_000)
  announce('a', 'A is sold out.')
  vi.advanceTimersByTime(20_000)
  expect(heard).toEqual(['A is sold out.', '', 'A is sold out.', ''])
})

test('sums a flood up', () => {
  const { announce, current } = createAnnouncements()
  for (const name of ['A', 'B', 'C', 'D', 'E']) announce(name, `${name}.`)
  vi.advanceTimersByTime(200)
  expect(current()).toBe('A. B. C. And 2 more changes.')
})
