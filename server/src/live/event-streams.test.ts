import { once } from 'node:events'
import { type AddressInfo, connect } from 'node:net'
import express from 'express'
import { expect, onTestFinished, test } from 'vitest'
import { createEventStreams } from './event-streams.ts'

test('requests that wait behind a stream on its connection take no places', async () => {
  const streams = createEventStreams({ inAllMax: 2, perHolderMax: 2 })
  let refused = 0
  const app = express()
  app.get('/', (_req, res) => {
    try {
      streams.open(res, 'ada', { onCaughtUp() {}, onClose() {} })
    } catch {
      refused += 1
      res.status(400).end()
    }
  })
  const server = app.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    streams.close()
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  const ask = (): Promise<string> => {
    const socket = connect(port, '127.0.0.1')
    onTestFinished(() => void socket.destroy())
    socket.write('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n'.repeat(6))
    return once(socket, 'data').then(String)
  }
  expect(await ask()).toMatch('HTTP/1.1 200')
  await expect.poll(() => refused).toBe(5)
  expect(await ask()).toMatch('HTTP/1.1 200')
  await expect.poll(() => refused).toBe(10)
  expect(streams.size).toBe(2)
  expect(await ask(), 'all places are taken now').toMatch('HTTP/1.1 400')
})
