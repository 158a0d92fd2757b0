import { connect as connectHttp2 } from 'node:http2'
import { get } from 'node:https'
import { expect, onTestFinished, test } from 'vitest'
import { addTestProduct } from '../testing/add-test-product.ts'
import { checkout } from '../testing/api-client.ts'
import { eventually } from '../testing/eventually.ts'
import { type FrontProxy, findProgram, programsOf, startFrontProxy } from '../testing/start-front-proxy.ts'
import { openTestShop } from '../testing/start-test-shop.ts'
import { freshDatabaseUrl } from '../testing/test-database.ts'

const path = '/api/stock/stream'
const asked = { accept: 'text/event-stream', 'accept-encoding': 'gzip, br' }
/** The certificate is made for the test. */
const insecure = { rejectUnauthorized: false }

/** What came of a stream so far. */
interface Received {
  version: string
  headers: Record<string, unknown>
  text: string
}

const readers = {
  'HTTP/1.1': (url: string): Received => {
    const received: Received = { version: '', headers: {}, text: '' }
    const request = get(`${url}${path}`, { ...insecure, headers: asked }, (response) => {
      Object.assign(received, { version: response.httpVersion, headers: response.headers })
      response.setEncoding('utf8').on('data', (text) => {
        received.text += text
      })
      response.on('error', () => {})
    })
    onTestFinished(() => void request.destroy())
    return received
  },
  'HTTP/2': (url: string): Received => {
    const received: Received = { version: '', headers: {}, text: '' }
    const session = connectHttp2(url, insecure)
    const stream = session.request({ ':path': path, ...asked })
    stream.on('response', (headers) => Object.assign(received, { version: session.alpnProtocol, headers }))
    stream.setEncoding('utf8').on('data', (text) => {
      received.text += text
    })
    onTestFinished(() => session.destroy())
    return received
  },
}

for (const proxy of Object.keys(programsOf) as FrontProxy[]) {
  const missing = programsOf[proxy].filter((name) => findProgram(name) === undefined)
  const why = missing.length > 0 ? ` (not tried: ${missing.join(' and ')} is not installed here)` : ''

  test.skipIf(missing.length > 0)(
    `through ${proxy}, set up as documented, every change comes at once over HTTP/1.1 and HTTP/2, and never compressed${why}`,
    async () => {
      const shop = await openTestShop(await freshDatabaseUrl(), { TRUSTED_PROXIES: '1' })
      const bowl = await addTestProduct(shop, { name: 'Bowl', stock: 50 })
      const url = await startFrontProxy(proxy, shop.port)
      const streams = [readers['HTTP/1.1'](url), readers['HTTP/2'](url)]
      for (let version = 1; version <= 10; version += 1) {
        for (const stream of streams) {
          await eventually(() => expect(stream.text).toContain(`"version":${version}}`), { timeout: 5_000 })
        }
        await checkout(shop.url, [{ productId: bowl, quantity: 1 }])
      }
      expect(streams.map(({ version }) => version)).toEqual(['1.1', 'h2'])
      for (const { headers } of streams) {
        expect(headers).toMatchObject({ 'content-type': expect.stringMatching('text/event-stream') })
        expect(headers).not.toHaveProperty('content-encoding')
        expect(headers['cache-control']).toMatch('no-transform')
      }
      await shop.close()
      // A heartbeat may fall between the two.
      for (const stream of streams) expect(stream.text).toMatch(/^retry: \d+\n\n(:\n\n)*event: snapshot\n/)
    },
  )
}
