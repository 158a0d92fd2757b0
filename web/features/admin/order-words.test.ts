import type { AdminOrder } from '@onhand/contract/orders'
import { expect, test } from 'vitest'
import { cancelledWords } from './order-words.ts'

const orderOf = (quantity: number) => ({ items: [{ quantity }] }) as unknown as AdminOrder

test('says of one piece and of more that they went back', () => {
  expect([1, 3].map((quantity) => cancelledWords(orderOf(quantity), true))).toEqual([
    'Cancelled. Its one piece is in stock again.',
    'Cancelled. Its 3 pieces are in stock again.',
  ])
  expect(cancelledWords(orderOf(1), undefined)).toBe(
    'This order is cancelled. Its one piece went back in stock.',
  )
})
