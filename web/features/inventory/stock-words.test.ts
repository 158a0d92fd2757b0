import { expect, test } from 'vitest'
import { stockSentence, stockWords } from './stock-words.ts'

test('says how much there is the way a shopkeeper would', () => {
  expect([0, 1, 2, 5, 6, 200].map(stockSentence)).toEqual([
    'Sold out',
    'Last one',
    'Only 2 left',
    'Only 5 left',
    '6 in stock',
    '200 in stock',
  ])
})

test('the figure is set apart whole, as its language groups it', () => {
  expect(stockWords(12_345)).toEqual({ before: '', figure: '12,345', after: ' in stock' })
})
