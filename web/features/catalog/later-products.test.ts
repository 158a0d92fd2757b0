import type { Product } from '@onhand/contract/catalog'
import { expect, test } from 'vitest'
import { joined } from './later-products.ts'

const product = (id: string, stock = 1): Product => ({
  id,
  slug: id,
  name: id,
  description: '',
  price: 100,
  currency: 'EUR',
  stock,
  version: 1,
  category: 'Test',
  image: null,
})

test('what was loaded later stands behind what was served, each product once, as it was served last', () => {
  const served = { products: [product('a'), product('b', 5)], nextCursor: 'after b' }
  const later = { products: [product('b', 1), product('c')], nextCursor: null }
  const { products, nextCursor } = joined(served, later)
  expect(products.map(({ id, stock }) => [id, stock])).toEqual([
    ['a', 1],
    ['b', 5],
    ['c', 1],
  ])
  expect(nextCursor).toBeNull()
})

test('a list that is served with all that was loaded before goes on where it ends', () => {
  const served = { products: [product('a'), product('b'), product('c')], nextCursor: 'after c' }
  expect(joined(served, { products: [product('b')], nextCursor: 'after b' })).toEqual(served)
  expect(joined(served, undefined)).toEqual(served)
})
