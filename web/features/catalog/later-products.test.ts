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
  const served = { products: [product('a'), product('b', 5)], nextCursor: 'after b', catalogRevision: 5 }
  const later = { products: [product('b', 1), product('c')], nextCursor: null, catalogRevision: 4 }
  const { products, nextCursor, catalogRevision } = joined(served, later)
  expect(products.map(({ id, stock }) => [id, stock])).toEqual([
    ['a', 1],
    ['b', 5],
    ['c', 1],
  ])
  expect(nextCursor).toBeNull()
  expect(catalogRevision, 'that of the oldest').toBe(4)
})

test('a list that is served with all that was loaded before goes on where it ends', () => {
  const served = {
    products: [product('a'), product('b'), product('c')],
    nextCursor: 'after c',
    catalogRevision: 5,
  }
  expect(joined(served, { products: [product('b')], nextCursor: 'after b', catalogRevision: 4 })).toEqual(
    served,
  )
  expect(joined(served, undefined)).toEqual(served)
})
