import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { call, type Reply } from '../testing/api-client.ts'
import { startTestShop } from '../testing/start-test-shop.ts'

const checkoutPath = '/api/cart/checkout'

function post(url: string, body: string, headers: Record<string, string>): Promise<Reply> {
  return call(url, checkoutPath, { method: 'POST', body, headers })
}

test('an unknown address, a wrong method and a bad body are problems with a code, never a page', async () => {
  const shop = await startTestShop()
  const json = { 'Content-Type': 'application/json' }
  const cases: Array<[Promise<Reply>, number, string]> = [
    [call(shop.url, '/api/nothing'), 404, 'not_found'],
    [call(shop.url, '/api/products', { method: 'DELETE' }), 405, 'method_not_allowed'],
    [call(shop.url, checkoutPath), 405, 'method_not_allowed'],
    [call(shop.url, '/api/products/%E0%A4%A'), 400, 'invalid_request'],
    [call(shop.url, '/api/products?q=%00'), 400, 'invalid_request'],
    [call(shop.url, '/api/products/%00'), 400, 'invalid_request'],
    [call(shop.url, '/api/orders/%00?token=x'), 400, 'invalid_request'],
    [call(shop.url, '/api/stock/stream?products=%00'), 400, 'invalid_request'],
    [post(shop.url, '{"items":[{"productId":"\\u0000","quantity":1}]}', json), 400, 'invalid_request'],
    [post(shop.url, '{"items":', json), 400, 'invalid_request'],
    [post(shop.url, '"text"', json), 400, 'invalid_request'],
    [post(shop.url, '', json), 400, 'invalid_request'],
    [post(shop.url, `{"items":"${'x'.repeat(70_000)}"}`, json), 413, 'body_too_large'],
    [post(shop.url, '{}', { 'Content-Type': 'text/plain' }), 415, 'unsupported_media_type'],
    [post(shop.url, '{}', { ...json, 'Content-Encoding': 'gzip' }), 415, 'unsupported_media_type'],
    [
      post(shop.url, '{}', { 'Content-Type': 'application/json; charset=latin1' }),
      415,
      'unsupported_media_type',
    ],
    [
      post(shop.url, '{}', { 'Content-Type': 'application/json;charset="utf-16"' }),
      415,
      'unsupported_media_type',
    ],
  ]
  for (const [asked, status, code] of cases) {
    const reply = await asked
    expect(reply.headers.get('Content-Type')).toMatch('application/problem+json')
    expect(reply.body).toMatchObject({
      type: `urn:onhand:problem:${code}`,
      status,
      code,
      title: expect.any(String),
      detail: expect.any(String),
      requestId: reply.headers.get('X-Request-Id'),
    })
    expect(reply.status).toBe(status)
  }
})

test('a body counts whole, in however many pieces it comes, and whether or not it says that it is UTF-8', async () => {
  const shop = await startTestShop()
  const text = '\uFEFF{"items":[{"productId":"prod_ä€","quantity":1}]}'
  const pieces = [...Buffer.from(text)].map((byte) => Uint8Array.of(byte))
  for (const type of [
    'application/json',
    'Application/JSON ; charset="UTF-8"',
    'application/json;charset=utf8',
  ]) {
    const { status, body } = await call(shop.url, checkoutPath, {
      method: 'POST',
      headers: { 'Content-Type': type },
      body: ReadableStream.from(pieces),
      duplex: 'half',
    } as RequestInit)
    expect([status, body.productIds]).toEqual([404, ['prod_ä€']])
  }
})

test('accounts and figures do not read Authorization as a shopper’s, and everything else does', async () => {
  const shop = await startTestShop()
  const statusAt = async (path: string): Promise<number> =>
    (await fetch(`${shop.url}${path}`, { headers: { Authorization: 'Bearer no-token-of-a-shopper' } })).status
  expect(await statusAt('/api/auth/jwks')).toBe(200)
  expect(await statusAt('/api/AUTH/get-session')).toBe(200)
  expect(await statusAt('/api/metrics')).toBe(200)
  for (const path of [
    '/api/products',
    '/api/authors',
    '/api/metricsx',
    '/api/health/live',
    '/api/openapi.json',
  ])
    expect(await statusAt(path)).toBe(401)
})

/** Begins to send a body, and returns the first answer. */
async function beginBody(socket: Socket, rest: string): Promise<string> {
  onTestFinished(() => void socket.destroy())
  socket.write(`POST ${checkoutPath} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n${rest}`)
  return String((await once(socket, 'data'))[0])
}

test('a body that is announced as too large is refused before it comes', async () => {
  const shop = await startTestShop()
  const said = await beginBody(connect(shop.port, '127.0.0.1'), 'Content-Length: 99999999\r\n\r\n')
  expect(said).toMatch(/^HTTP\/1.1 413 /)
})

test('a body that is not announced is refused when it is too large, before its end, and its connection serves on', async () => {
  const shop = await startTestShop()
  const socket = connect(shop.port, '127.0.0.1')
  const chunk = `${(70_000).toString(16)}\r\n${' '.repeat(70_000)}\r\n`
  const said = await beginBody(socket, `Transfer-Encoding: chunked\r\n\r\n${chunk}`)
  expect(said).toMatch(/^HTTP\/1.1 413 /)
  socket.write(`${chunk}0\r\n\r\nGET /api/health/live HTTP/1.1\r\nHost: x\r\n\r\n`)
  const [next] = await once(socket, 'data')
  expect(String(next)).toMatch(/^HTTP\/1.1 200 /)
})

test('a wrong method is told the right ones', async () => {
  const shop = await startTestShop()
  const { headers } = await call(shop.url, checkoutPath, { method: 'PUT' })
  expect(headers.get('Allow')).toBe('POST')
})

test('a fault of our own is answered 500 without its text', async () => {
  const shop = await startTestShop()
  await shop.database.db.schema.alterTable('products').renameTo('hidden').execute()
  const { status, body } = await call(shop.url, '/api/products')
  expect([status, body.code]).toEqual([500, 'internal_error'])
  expect(JSON.stringify(body)).not.toMatch(/sql|table|products/i)
})

test('keeps the request id of a proxy, and makes one where it is missing or odd', async () => {
  const shop = await startTestShop()
  const idFor = async (given: string): Promise<string | null> => {
    const reply = await call(shop.url, '/api/health/live', { headers: { 'X-Request-Id': given } })
    return reply.headers.get('X-Request-Id')
  }
  expect(await idFor('proxy-0123456789')).toBe('proxy-0123456789')
  expect(await idFor('<script>')).toMatch(/^[\w-]{36}$/)
})

test('answers carry security headers and do not name the software', async () => {
  const shop = await startTestShop()
  for (const path of ['/api/products', '/api/docs', '/api/no-such-thing']) {
    const { headers } = await fetch(`${shop.url}${path}`)
    expect(headers.get('Content-Security-Policy')).toMatch(/^default-src 'none';.*frame-ancestors 'none'/)
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff')
    expect(headers.get('X-Frame-Options')).toBe('SAMEORIGIN')
    expect(headers.get('Cross-Origin-Resource-Policy')).toBe('same-origin')
    expect(headers.get('Referrer-Policy')).toBe('same-origin')
    expect(headers.get('X-Powered-By')).toBeNull()
  }
})
