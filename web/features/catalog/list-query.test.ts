import { expect, test } from 'vitest'
import { listHref, parseListFilter } from './list-query.ts'

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
