import { expect, test } from 'vitest'
import { retryDelayMs } from './connection.ts'

test('waits longer with every failure, up to a limit, and never all at the same time', () => {
  const longest = [1, 2, 3, 4, 5, 6, 7].map((failures) => retryDelayMs(failures, 500, () => 1))
  expect(longest).toEqual([500, 1_000, 2_000, 4_000, 8_000, 15_000, 15_000])
  expect(retryDelayMs(3, 500, () => 0)).toBe(500)
})
