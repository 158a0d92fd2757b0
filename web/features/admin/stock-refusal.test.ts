import type { ProblemDetails } from '@onhand/contract/errors'
import { type ProblemCode, problems, problemType } from '@onhand/contract/problems'
import { expect, test } from 'vitest'
import { Refusal } from '../../lib/api-errors.ts'
import { readProductRefusal } from './product-refusal.ts'
import { readStockRefusal } from './stock-refusal.ts'

test('what only the shop can know of a movement is said in the page’s words', () => {
  expect(readStockRefusal(refused('stock_limit_reached'))).toEqual({
    fields: { pieces: 'There would be more of it than the shop can keep: 2,000,000,000 pieces.' },
  })
  const shortages = [{ productId: 'prod_1', name: 'Bowl', requested: 6, available: 5, version: 1 }]
  expect(readStockRefusal(refused('insufficient_stock', { shortages }))).toEqual({
    fields: { pieces: '6 cannot go: only 5 on hand.' },
  })
})

test('the shop’s own words are for what the page would have taken, and stand beside the field they are about', () => {
  const errors = [
    { path: 'delta', message: 'expected an even number' },
    { path: 'note', message: 'expected no digits' },
  ]
  expect(readStockRefusal(refused('invalid_request', { errors }))).toEqual({
    fields: {
      pieces: 'The shop says: expected an even number.',
      note: 'The shop says: expected no digits.',
    },
  })
})

test('a refused product is told beside its field, and what is about no field is left to the form', () => {
  const errors = [
    { path: 'image.alt', message: 'expected other words' },
    { path: 'currency', message: 'expected CHF' },
  ]
  expect(readProductRefusal(refused('invalid_request', { errors }))).toEqual({
    imageAlt: 'The shop says: expected other words.',
  })
  expect(readProductRefusal(refused('invalid_request', { errors: errors.slice(1) }))).toBeUndefined()
})

function refused(code: ProblemCode, details: ProblemDetails = {}): Refusal {
  const detail = 'For who writes a program.'
  return new Refusal({ type: problemType(code), ...problems[code], code, detail, requestId: '', ...details })
}
