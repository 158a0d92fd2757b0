import { expect, test } from 'vitest'
import { nextPath, withNext } from './next-path.ts'

test('a page of the shop is come back to, with its query and fragment', () => {
  for (const path of ['/', '/cart', '/?q=oak%20bowl&inStock=true', '/orders/ord_1?token=a_b-c#lines']) {
    expect(nextPath(path)).toBe(path)
  }
  expect(nextPath('/account/../cart')).toBe('/cart')
})

test('an address that would leave the shop is refused, however it is written', () => {
  for (const address of [
    'https://evil.example/',
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '\\/evil.example',
    '/\t/evil.example',
    '/\n\\evil.example',
    '\t//evil.example',
    ' //evil.example',
    '/.//evil.example',
    '/..//evil.example',
    '/a/..//evil.example',
    '/%2e//evil.example',
    'javascript:alert(1)',
    'data:text/html,x',
    '//',
    'cart',
    '',
    undefined,
  ]) {
    expect(nextPath(address), String(address)).toBeUndefined()
  }
})

test('the doors themselves are nothing to come back to', () => {
  expect(nextPath('/sign-in?next=/cart')).toBeUndefined()
  expect(nextPath('/sign-up')).toBeUndefined()
})

test('a path goes into an address whole', () => {
  expect(withNext('/sign-in', '/?q=a&b=c')).toBe('/sign-in?next=%2F%3Fq%3Da%26b%3Dc')
  expect(withNext('/sign-in', undefined)).toBe('/sign-in')
})
