import { expect, test } from 'vitest'
import { addedWords, markWords, whyItStops, whyNothingAdded } from './cart-words.ts'

test('the mark beside the cart has room for two digits', () => {
  expect([0, 99, 100, 99_900].map(markWords)).toEqual(['0', '99', '99+', '99+'])
})

test('nothing added: names the stock when it fell below what the cart has', () => {
  expect(whyNothingAdded(5, 2)).toBe('Only 2 in stock; your cart already has 5.')
})

test('nothing added: says so when the cart has all there is', () => {
  expect(whyNothingAdded(3, 3)).toBe('You already have all there is: 3.')
  expect(whyNothingAdded(999, 999)).toBe('You already have all there is: 999.')
})

test('nothing added: names the limit of an order when there would be more', () => {
  expect(whyNothingAdded(999, 2_000)).toBe(
    'An order takes at most 999 of one product. Your cart already has 999.',
  )
})

test('tells how many were added and, when fewer than wanted, what was the bound', () => {
  expect(addedWords('Bowl', 1, 1, 7)).toBe('Added: Bowl')
  expect(addedWords('Bowl', 4, 4, 4)).toBe('Added: 4 × Bowl')
  expect(addedWords('Bowl', 1, 2, 3)).toBe('Added: Bowl, which is all there is')
  expect(addedWords('Bowl', 1, 2, 2_000)).toBe('Added: Bowl. An order takes at most 999 of one product.')
})

test('a quantity stops at the last one, at all there is or at the limit of an order', () => {
  expect(whyItStops(1)).toBe('That is the last one.')
  expect(whyItStops(4)).toBe('That is all there is: 4 in stock.')
  expect(whyItStops(2_000)).toBe('An order takes at most 999 of one product.')
})
