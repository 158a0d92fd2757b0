import { expect, test } from 'vitest'
import { passedOn, targetOf } from './pass-on.ts'

const base = 'http://api:3000/ignored?this=too'

test('what stands under /api/ is asked of the API, path and query as they are', () => {
  expect(targetOf('http://shop/api/products?q=oak%20bowl', base)).toBe(
    'http://api:3000/api/products?q=oak%20bowl',
  )
})

test('an address that its dot-segments lead out of /api/ has no target', () => {
  for (const path of [
    '/api/../admin',
    '/api/%2e%2e/admin',
    '/api/.%2E/admin',
    '/api/..',
    '/api/..%5cx/../..',
  ]) {
    expect(targetOf(`http://shop${path}`, base), path).toBeUndefined()
  }
})

test('no address leads to another host than the API', () => {
  expect(targetOf('http://shop//evil/api/products', base)).toBeUndefined()
  expect(targetOf('http://shop/api/..//evil/x', base)).toBeUndefined()
  expect(targetOf('http://shop/api//evil/x', base)).toBe('http://api:3000/api//evil/x')
})

test('headers of this connection alone are not passed on, those that Connection names included', () => {
  const headers = new Headers({
    Connection: 'close, X-Hop , not a name',
    'X-Hop': '1',
    'Keep-Alive': 'timeout=5',
    Host: 'shop',
    'If-None-Match': '"a"',
  })
  expect([...passedOn(headers)]).toEqual([['if-none-match', '"a"']])
})

test('every cookie is passed on, and what is added takes the place of what was there', () => {
  const headers = new Headers([
    ['Set-Cookie', 'a=1'],
    ['Set-Cookie', 'b=2'],
    ['Accept-Encoding', 'br'],
  ])
  const kept = passedOn(headers, ['accept-encoding', 'identity'])
  expect(kept.getSetCookie()).toEqual(['a=1', 'b=2'])
  expect(kept.get('accept-encoding')).toBe('identity')
})
