import { EventEmitter } from 'node:events'
import type { Socket } from 'node:net'
import type { Response } from 'express'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { EventStream } from './event-stream.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

/** The part of a response that a stream uses, on a connection that takes what the test lets it take. */
function connection(takes: { more: boolean }) {
  const socket = Object.assign(new EventEmitter(), {
    writable: true,
    sent: [] as Buffer[],
    setNoDelay: vi.fn(),
    write(bytes: Buffer) {
      socket.sent.push(bytes)
      return takes.more
    },
  })
  const response = {
    socket,
    status: () => response,
    set: () => response,
    removeHeader: vi.fn(),
    flushHeaders: vi.fn(),
    destroy: vi.fn(),
  }
  return { socket, response, res: response as unknown as Response }
}

test('a client that is behind is said to be, hears no heartbeat, and is caught up once it has taken all', () => {
  const takes = { more: true }
  const { socket, res } = connection(takes)
  const onCaughtUp = vi.fn()
  const stream = new EventStream(res, socket as unknown as Socket, onCaughtUp)
  expect(stream.isBehind()).toBe(false)
  takes.more = false
  stream.send(Buffer.from('one'))
  stream.beat()
  expect([stream.isBehind(), onCaughtUp.mock.calls.length, socket.sent.length]).toEqual([true, 0, 1])
  takes.more = true
  socket.emit('drain')
  expect([stream.isBehind(), onCaughtUp.mock.calls.length]).toEqual([false, 1])
})

test('of a long event no more than 64 KiB are queued at a time, and all of it arrives', () => {
  const { socket, res } = connection({ more: false })
  const onCaughtUp = vi.fn()
  const stream = new EventStream(res, socket as unknown as Socket, onCaughtUp)
  const event = Buffer.from('0123456789abcdef'.repeat(10_000))
  stream.send(event)
  for (let drained = 1; drained < 3; drained += 1) {
    expect(socket.sent).toHaveLength(drained)
    expect(onCaughtUp).not.toHaveBeenCalled()
    socket.emit('drain')
  }
  expect(socket.sent.every((piece) => piece.length <= 65_536)).toBe(true)
  expect(Buffer.concat(socket.sent).equals(event)).toBe(true)
  socket.emit('drain')
  expect(onCaughtUp).toHaveBeenCalledOnce()
})

test('a client that takes the last piece of a long event at once is caught up', () => {
  const takes = { more: false }
  const { socket, res } = connection(takes)
  const onCaughtUp = vi.fn()
  const stream = new EventStream(res, socket as unknown as Socket, onCaughtUp)
  stream.send(Buffer.alloc(70_000))
  takes.more = true
  socket.emit('drain')
  expect(Buffer.concat(socket.sent)).toHaveLength(70_000)
  expect([stream.isBehind(), onCaughtUp.mock.calls.length]).toEqual([false, 1])
})

test('a client that has taken nothing for ten seconds is let go, and one that takes a little is not', () => {
  const { socket, response, res } = connection({ more: false })
  const stream = new EventStream(res, socket as unknown as Socket, vi.fn())
  stream.send(Buffer.alloc(200_000))
  vi.advanceTimersByTime(9_999)
  socket.emit('drain')
  vi.advanceTimersByTime(9_999)
  stream.endIfStalled()
  expect(response.destroy).not.toHaveBeenCalled()
  vi.advanceTimersByTime(1)
  stream.endIfStalled()
  expect(response.destroy).toHaveBeenCalledOnce()
})
