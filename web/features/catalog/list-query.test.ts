import { expect, test } from 'vitest'
import { listHref, parseListFilter, parseShown } from './list-query.ts'

const categories = ['Paper', 'Wood']

test('reads what makes sense in an address and passes over the rest', () => {
  const params = { q: ' oak ', category: 'Stone', inStock: 'maybe', sort: 'cheapest', page: '3' }
  expect(parseListFilter(params, categories)).toEqual({ q: 'oak' })
  expect(
    parseListFilter({ category: ['Wood', 'Paper'], inStock: 'true', sort: '-price' }, categories),
  ).toEqual({
    category: 'Wood',
    inStock: true,
    sort: '-price',
  })
  expect(parseListFilter({ q: '', sort: '' }, categories)).toEqual({})
})

test('an address holds the whole filter and nothing else', () => {
  expect(listHref({})).toBe('/')
  const filter = { q: 'salt & pepper', category: 'Wood', inStock: true, sort: 'newest' } as const
  const params = Object.fromEntries(new URL(listHref(filter), 'http://shop').searchParams)
  expect(parseListFilter(params, categories)).toEqual(filter)
})

test('an address can ask for more than the first page, in whole pages and within bounds', () => {
  expect(
    [undefined, '48', '30', '1', '0', '-5', 'x', 'Infinity', '999999'].map((show) => parseShown({ show })),
  ).toEqual([24, 48, 48, 24, 24, 24, 24, 480, 480])
  expect(listHref({ q: 'oak' }, 24)).toBe('/?q=oak')
  expect(listHref({ q: 'oak' }, 48)).toBe('/?q=oak&show=48')
  expect(listHref({}, 5_000)).toBe('/?show=480')
})
