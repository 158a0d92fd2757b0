import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { eventually } from '../server/src/testing/eventually.ts'
import { createDelayMeter } from './delay-meter.ts'
import { createFindings } from './findings.ts'
import { createShop } from './shop.ts'
import { createStockDecoder } from './stock-decoder.ts'
import { createStockHistory } from './stock-history.ts'
import { followStock } from './stock-stream.ts'
import { createStreamView } from './stream-view.ts'
import { createTally } from './tally.ts'

const closers: Array<() => void> = []
afterEach(() => {
  for (const close of closers.splice(0)) close()
})

test('a dropped stream goes on from its last event and keeps what it knew', async () => {
  const { requests, responses, view, stream } = await follow()
  responses[0]?.write(
    'event: snapshot\nid: e:1\ndata: {"stock":[{"productId":"bowl","stock":5,"version":1}]}\n\n',
  )
  await eventually(() => expect(view.level('bowl')).toMatchObject({ stock: 5 }))
  stream.drop()
  expect(stream.isOpen()).toBe(false)
  expect(view.level('bowl')).toMatchObject({ stock: 5 })
  stream.open()
  await eventually(() => expect(responses).toHaveLength(2))
  expect(requests[1]?.headers['last-event-id']).toBe('e:1')
  responses[1]?.write(
    'event: stock\nid: e:2\ndata: {"changes":[{"productId":"bowl","stock":4,"version":2}]}\n\n',
  )
  await eventually(() => expect(view.level('bowl')).toMatchObject({ stock: 4, version: 2 }))
})

test('a stream that breaks opens again by itself', async () => {
  const { responses, stream, tally } = await follow()
  responses[0]?.end('retry: 5\n\n')
  await eventually(() => expect(responses).toHaveLength(2))
  await eventually(() => expect(stream.isOpen()).toBe(true))
  expect(tally).toMatchObject({ connected: 1, reconnects: 1, errors: 1 })
})

test('a stream is narrowed to the products of its view', async () => {
  const { requests } = await follow(['bowl', 'vase'])
  expect(requests[0]?.url).toBe('/api/stock/stream?products=bowl%2Cvase')
})

test('an event of another shape is written down', async () => {
  const { responses, findings } = await follow()
  responses[0]?.write('event: stock\nid: e:1\ndata: {"stock":5}\n\n')
  await eventually(() => expect(findings.of('not-as-promised').count).toBe(1))
})

/** Follows a server that opens streams and lets the test write on them. */
async function follow(productIds?: readonly string[]) {
  const requests: IncomingMessage[] = []
  const responses: ServerResponse[] = []
  const server = createServer((request, response) => {
    requests.push(request)
    responses.push(response)
    response.writeHead(200, { 'Content-Type': 'text/event-stream' }).flushHeaders()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const shop = createShop(new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`))
  const tally = createTally()
  const findings = createFindings()
  const records = {
    tally,
    findings,
    history: createStockHistory(findings),
    delays: createDelayMeter(() => 1),
  }
  const view = createStreamView(findings, productIds && new Set(productIds))
  const stream = followStock(
    shop,
    view,
    createStockDecoder(() => undefined),
    records,
  )
  closers.push(() => {
    stream.close()
    shop.close()
    server.close()
    server.closeAllConnections()
  })
  await eventually(() => expect(responses).toHaveLength(1))
  return { requests, responses, view, stream, tally, findings }
}
