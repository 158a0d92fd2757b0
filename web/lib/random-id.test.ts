import { expect, test, vi } from 'vitest'
import { randomId } from './random-id.ts'

test('ids are UUIDs of version 7: no two alike, and those of a later millisecond sort after', () => {
  vi.useFakeTimers({ now: new Date('2026-11-24T12:00:00.123Z') })
  const early = Array.from({ length: 1_000 }, randomId)
  vi.advanceTimersByTime(1)
  const late = randomId()
  vi.useRealTimers()
  expect(new Set(early).size).toBe(1_000)
  for (const id of early) {
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(
      Date.parse('2026-11-24T12:00:00.123Z'),
    )
    expect(late > id).toBe(true)
  }
})
