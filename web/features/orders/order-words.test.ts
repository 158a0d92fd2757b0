import { expect, test } from 'vitest'
import { orderSummary, orderTitle } from './order-words.ts'

const createdAt = '2026-01-01T12:00:00Z'
const placed = {
  id: 'ord_1',
  status: 'placed',
  items: [],
  total: 0,
  currency: 'EUR',
  createdAt,
} as const

function orderOf(...names: string[]) {
  const items = names.map((name) => ({ productId: name, name, quantity: 1, unitPrice: 1, total: 1 }))
  return { ...placed, items }
}

test('an order is thanked for while it is fresh, and a cancelled one is called so', () => {
  const then = Date.parse(createdAt)
  expect(orderTitle({ ...placed, items: [] }, then + 1_000)).toBe('Thank you. It is yours.')
  expect(orderTitle({ ...placed, items: [] }, then + 2 * 60 * 60 * 1_000)).toBe('Your order')
  expect(orderTitle({ ...placed, items: [], status: 'cancelled' }, then)).toBe('This order was cancelled.')
})

test('a long order is summed up', () => {
  expect(orderSummary(orderOf('Bowl'))).toBe('Bowl')
  expect(orderSummary(orderOf('Bowl', 'Apron'))).toBe('Bowl and Apron')
  expect(orderSummary(orderOf('Bowl', 'Apron', 'Stool', 'Lamp'))).toBe('Bowl, Apron and 2 more')
})
