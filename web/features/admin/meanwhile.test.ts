import { expect, test } from 'vitest'
import { impliedCount, meanwhileWords } from './meanwhile.ts'

const at = (stock: number, version: number) => ({ productId: 'prod_1', stock, version })

test('sales between are added up and told as sold', () => {
  const movements = [
    { version: 9, reason: 'receipt', delta: 5 },
    { version: 8, reason: 'sale', delta: -1 },
    { version: 7, reason: 'sale', delta: -1 },
    { version: 6, reason: 'receipt', delta: 11 },
  ] as const
  expect(meanwhileWords(at(11, 6), at(9, 8), movements)).toEqual(['2 were sold.'])
  expect(meanwhileWords(at(11, 6), at(14, 9), movements)).toEqual(['5 were received.', '2 were sold.'])
})

test('what evened out is no change, and is said to have evened out where nothing else happened', () => {
  const movements = [
    { version: 9, reason: 'sale', delta: -1 },
    { version: 8, reason: 'correction', delta: -2 },
    { version: 7, reason: 'correction', delta: 2 },
  ] as const
  expect(meanwhileWords(at(11, 6), at(10, 9), movements)).toEqual(['1 was sold.'])
  expect(meanwhileWords(at(11, 6), at(11, 8), movements)).toEqual(['What was changed meanwhile evened out.'])
})

test('a ledger that does not reach back far enough is not trusted to tell all', () => {
  const movements = [{ version: 8, reason: 'sale', delta: -1 }] as const
  expect(meanwhileWords(at(11, 6), at(9, 8), movements)).toEqual(['It went from 11 to 9.'])
})

test('a count plus what happened since is what there must be, and never less than nothing', () => {
  expect(impliedCount(12, at(11, 6), at(9, 8))).toBe(10)
  expect(impliedCount(1, at(11, 6), at(9, 8))).toBeUndefined()
})
