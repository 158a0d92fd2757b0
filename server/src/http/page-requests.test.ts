import { once } from 'node:events'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { Router } from 'express'
import { expect, test } from 'vitest'
import { serveRoutes } from '../testing/serve-routes.ts'
import { onlyPageRequests } from './page-requests.ts'

test.for([
  ['GET', '/', 200],
  ['HEAD', '/products/bowl?q=%', 200],
  ['POST', '/account/sign-in', 200],
  ['GET', '/products/caf%C3%A9', 200],
  ['GET', '/products/%00', 400],
  ['GET', '/products/%E0%A4%A', 400],
  ['GET', 'http://evil.example/', 400],
  ['OPTIONS', '*', 405],
  ['TRACE', '/', 405],
  ['DELETE', '/', 405],
] as const)('%s %s is answered %i', async ([method, address, status]) => {
  const page = Router().use(onlyPageRequests, (_req, res) => void res.send('a page'))
  const { port } = new URL(await serveRoutes(page, '/'))
  // Other clients would tidy the address up.
  const socket = connect(Number(port), '127.0.0.1')
  await once(socket, 'connect')
  socket.write(`${method} ${address} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`)
  expect(await text(socket)).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
})
