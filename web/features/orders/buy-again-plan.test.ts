import { expect, test } from 'vitest'
import { buyAgain } from './buy-again-plan.ts'

const item = (name: string, quantity: number) => ({
  productId: name.toLowerCase(),
  name,
  quantity,
  unitPrice: 100,
  total: 100 * quantity,
})
const line = (name: string, quantity: number) => ({ productId: name.toLowerCase(), name, quantity })

test('takes as much as there is, and says of everything else why not', () => {
  const order = [item('Bowl', 2), item('Apron', 3), item('Stool', 1), item('Lamp', 4), item('Vase', 1)]
  const found = new Map([
    ['bowl', 9],
    ['apron', 2],
    ['stool', 0],
    ['lamp', 5],
  ])
  const { lines, outcome } = buyAgain([line('Lamp', 5)], order, found)
  expect(lines).toEqual([line('Lamp', 5), line('Bowl', 2), line('Apron', 2)])
  expect(outcome.added).toBe(4)
  expect(outcome.missing.map(({ words }) => words)).toEqual([
    'Apron: only 2 of 3, which is all there is.',
    'Stool is sold out.',
    'Lamp: your cart already has all there is, 5.',
    'Vase could not be checked; please try again.',
  ])
})

test('takes nothing out of a cart that has more than there is', () => {
  const { lines, outcome } = buyAgain([line('Bowl', 5)], [item('Bowl', 1)], new Map([['bowl', 3]]))
  expect(lines).toEqual([line('Bowl', 5)])
  expect(outcome).toMatchObject({ added: 0, missing: [{ productId: 'bowl' }] })
})

test('a cart that is full takes no more products, and it is said', () => {
  const full = Array.from({ length: 100 }, (_, index) => line(`Thing ${index}`, 1))
  const { lines, outcome } = buyAgain(full, [item('Bowl', 1)], new Map([['bowl', 3]]))
  expect(lines).toHaveLength(100)
  expect(outcome.missing[0]?.words).toBe('Bowl does not fit into your cart any more.')
})
