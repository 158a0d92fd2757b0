import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createLiveStatus } from './live-status.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

function follow() {
  const status = createLiveStatus()
  const shown: string[] = []
  status.subscribe(() => shown.push(status.get()))
  return { status, shown }
}

test('a stream that is soon back is not worth a word', () => {
  const { status, shown } = follow()
  status.tell('live')
  status.tell('connecting')
  vi.advanceTimersByTime(900)
  status.tell('live')
  vi.advanceTimersByTime(10_000)
  expect(shown).toEqual(['live'])
})

test('what lasts is said, and said to be over', () => {
  const { status, shown } = follow()
  status.tell('live')
  status.tell('connecting')
  vi.advanceTimersByTime(1_000)
  status.tell('connecting')
  vi.advanceTimersByTime(2_000)
  status.tell('polling')
  status.tell('live')
  expect(shown).toEqual(['live', 'connecting', 'offline', 'polling', 'live'])
})

test('a page that was away does not claim for a moment that it is live', () => {
  const { status, shown } = follow()
  status.tell('live')
  status.lose()
  expect(shown).toEqual(['live', 'connecting'])
})
