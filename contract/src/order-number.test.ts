import { expect, test } from 'vitest'
import { idEndOf, orderNumber } from './order-number.ts'

test('what is typed of an order’s number finds the id that it was made from, however it was noted down', () => {
  const id = 'ord_019ab3cd4e5f70808a1b2c3d7f3a91c2'
  expect(orderNumber(id)).toBe('7F3A-91C2')
  for (const typed of ['7F3A-91C2', ' 7f3a 91c2', '7f3a91c2'])
    expect(id.endsWith(idEndOf(typed) ?? '?')).toBe(true)
  for (const typed of ['7F3A-91C', 'ada@example.org', '7F3A-91C2-0', id])
    expect(idEndOf(typed)).toBeUndefined()
})
