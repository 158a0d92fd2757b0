import { orderLinesMax } from '@onhand/contract/limits'
import { expect, test } from 'vitest'
import {
  fitting,
  mended,
  pieces,
  replaced,
  rolledBack,
  undone,
  withoutBought,
  withQuantity,
} from './lines.ts'

const line = (productId: string, quantity: number) => ({ productId, name: productId.toUpperCase(), quantity })

test('a product stands in the cart once, in the place where it was put first', () => {
  const lines = withQuantity(withQuantity([line('a', 1)], line('b', 2)), line('a', 3))
  expect(lines).toEqual([line('a', 3), line('b', 2)])
  expect(pieces(lines)).toBe(5)
})

test('a line can be put back where it was', () => {
  expect(withQuantity([line('a', 1), line('c', 1)], line('b', 1), 1)).toEqual([
    line('a', 1),
    line('b', 1),
    line('c', 1),
  ])
})

test('what is taken instead stands where the line was', () => {
  expect(replaced([line('a', 1), line('b', 2), line('c', 3)], 'b', line('d', 2))).toEqual([
    line('a', 1),
    line('d', 2),
    line('c', 3),
  ])
})

test('a quantity stays within what one order may hold; none takes the line out', () => {
  expect(withQuantity([], line('a', 5_000))).toEqual([line('a', 999)])
  expect(withQuantity([line('a', 1)], line('a', 0))).toEqual([])
  expect(fitting(5_000, 2_000)).toBe(999)
  expect(fitting(3, 0)).toBe(0)
})

test('a full cart takes no further product', () => {
  const full = Array.from({ length: orderLinesMax }, (_, index) => line(`p${index}`, 1))
  expect(withQuantity(full, line('one-more', 1))).toHaveLength(orderLinesMax)
})

test('mending a cart takes what is left, drops what is sold out and leaves the rest alone', () => {
  const lines = [line('a', 3), line('b', 2), line('c', 9), line('d', 1)]
  const available = new Map([
    ['a', 1],
    ['b', 0],
    ['c', 12],
  ])
  expect(mended(lines, available)).toEqual([line('a', 1), line('c', 9), line('d', 1)])
})

test('what was taken out or swapped can be undone, without what was changed since', () => {
  const before = [line('a', 1), line('b', 2), line('c', 3)]
  expect(undone([line('a', 4), line('c', 3)], before, [line('a', 1), line('c', 3)])).toEqual([
    line('a', 4),
    line('b', 2),
    line('c', 3),
  ])
  const swapped = replaced(before, 'b', line('d', 1))
  expect(undone(swapped, before, swapped)).toEqual(before)
  expect(undone(withQuantity(swapped, line('d', 3)), before, swapped)).toEqual([
    line('a', 1),
    line('b', 2),
    line('d', 2),
    line('c', 3),
  ])
  const putInAgain = [line('a', 1), line('c', 3), line('b', 7)]
  expect(undone(putInAgain, before, [line('a', 1), line('c', 3)])).toEqual(putInAgain)
})

test('an order takes out of the cart just what was bought', () => {
  const bought = [
    { productId: 'a', quantity: 2 },
    { productId: 'b', quantity: 1 },
  ]
  expect(withoutBought([line('a', 2), line('b', 3), line('c', 1)], bought)).toEqual([
    line('b', 2),
    line('c', 1),
  ])
})

test('a change the shop cannot cover goes back to what was there before', () => {
  expect(rolledBack(5, { before: 2, after: 5 }, 4)).toBe(2)
  expect(rolledBack(5, { before: 2, after: 5 }, 1)).toBe(1)
  expect(rolledBack(5, { before: 0, after: 5 }, 4)).toBe(0)
})

test('a change that is covered, or was changed again since, stays', () => {
  expect(rolledBack(5, { before: 2, after: 5 }, 5)).toBe(5)
  expect(rolledBack(3, { before: 2, after: 5 }, 1)).toBe(3)
})
