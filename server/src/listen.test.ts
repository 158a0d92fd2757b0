import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import { expect, onTestFinished, test } from 'vitest'
import { closeServer, createLimitedServer, listen } from './listen.ts'

test('a request that does not come to its end is cut, and an answer that takes longer is not', async () => {
  const limits = { headMaxMs: 50, requestMaxMs: 100, checkEveryMs: 10 }
  const server = createLimitedServer((_req, res) => void res.write('the beginning'), limits)
  onTestFinished(() => {
    server.closeAllConnections()
    return closeServer(server)
  })
  const port = await listen(server, 0, '127.0.0.1')
  const say = (words: string): Socket => {
    const socket = connect(port, '127.0.0.1')
    socket.write(words)
    return socket
  }
  const stream = say('GET / HTTP/1.1\r\nHost: x\r\n\r\n')
  await once(stream, 'data')
  const slow = [
    say('GET / HTTP/1.1\r\nHost: x\r\nX-'),
    say('POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\n{'),
  ]
  const [head] = await Promise.all(slow.map((socket) => text(socket)))
  expect(head).toMatch(/^HTTP\/1.1 408 /)
  expect(stream.readable).toBe(true)
})
