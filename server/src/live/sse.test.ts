import { EventEmitter } from 'node:events'
import { createParser, type EventSourceMessage } from 'eventsource-parser'
import type { Response } from 'express'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { formatEvent, heartbeat, openEventStream } from './sse.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

test('whatever the data, a reader gets it as one event', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.string(), (data, text) => {
      const events: EventSourceMessage[] = []
      const parser = createParser({ onEvent: (event) => void events.push(event) })
      parser.feed(formatEvent('stock', 'epoch:1', { data, text }) + heartbeat)
      expect(events).toEqual([{ event: 'stock', id: 'epoch:1', data: JSON.stringify({ data, text }) }])
    }),
  )
})

/** The part of a response that a stream uses, on a connection that takes what the test lets it take. */
function connection(takes: { more: boolean }) {
  const response = Object.assign(new EventEmitter(), {
    socket: null,
    sent: [] as string[],
    status: () => response,
    set: () => response,
    write(text: string) {
      response.sent.push(text)
      return takes.more
    },
    end: vi.fn(),
    destroy: vi.fn(),
  })
  return response
}

test('a client that is behind is said to be, and caught up once it has read', () => {
  const takes = { more: true }
  const response = connection(takes)
  const onCaughtUp = vi.fn()
  const stream = openEventStream(response as unknown as Response, { onCaughtUp, onClose: vi.fn() })
  expect(stream.isBehind()).toBe(false)
  takes.more = false
  stream.send('one')
  expect([stream.isBehind(), onCaughtUp.mock.calls.length]).toEqual([true, 0])
  response.emit('drain')
  expect([stream.isBehind(), onCaughtUp.mock.calls.length]).toEqual([false, 1])
  vi.advanceTimersByTime(60_000)
  expect(response.destroy).not.toHaveBeenCalled()
})

test('a client that has read nothing for ten seconds is let go', () => {
  const response = connection({ more: false })
  openEventStream(response as unknown as Response, { onCaughtUp: vi.fn(), onClose: vi.fn() })
  vi.advanceTimersByTime(9_999)
  expect(response.destroy).not.toHaveBeenCalled()
  vi.advanceTimersByTime(1)
  expect(response.destroy).toHaveBeenCalledOnce()
})
