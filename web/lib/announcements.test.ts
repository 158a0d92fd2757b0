import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createAnnouncements } from './announcements.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

test('speaks at most once in five seconds, says what fell together together, and nothing twice', () => {
  const { announce, current } = createAnnouncements()
  announce('A is sold out.')
  vi.advanceTimersByTime(200)
  expect(current()).toBe('A is sold out.')
  announce('B is sold out.')
  announce('B is sold out.')
  announce('C is back in stock.')
  vi.advanceTimersByTime(4_000)
  expect(current()).toBe('A is sold out.')
  vi.advanceTimersByTime(1_000)
  expect(current()).toBe('B is sold out. C is back in stock.')
})

test('sums a flood up', () => {
  const { announce, current } = createAnnouncements()
  for (const name of ['A', 'B', 'C', 'D', 'E']) announce(`${name}.`)
  vi.advanceTimersByTime(200)
  expect(current()).toBe('A. B. C. And 2 more changes.')
})
