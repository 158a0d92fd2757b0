import { expect, test } from 'vitest'
import { createFindings } from './findings.ts'
import { createStockHistory } from './stock-history.ts'

test('the same version with the same stock is fine, told by whomever and however late', () => {
  const findings = createFindings()
  const history = createStockHistory(findings)
  history.note({ productId: 'bowl', stock: 5, version: 7 }, 'a stream')
  history.note({ productId: 'bowl', stock: 4, version: 8 }, 'a stream')
  history.note({ productId: 'bowl', stock: 5, version: 7 }, 'a page')
  expect(findings.of('version-with-two-stocks').count).toBe(0)
  expect(history.latest('bowl')).toMatchObject({ stock: 4, version: 8 })
})

test('one version with two stocks is found', () => {
  const findings = createFindings()
  const history = createStockHistory(findings)
  history.note({ productId: 'bowl', stock: 5, version: 7 }, 'a stream')
  history.note({ productId: 'bowl', stock: 4, version: 7 }, 'a page')
  expect(findings.of('version-with-two-stocks').examples).toEqual([
    'version 7 of bowl is 5 pieces, but a page said 4',
  ])
})

test('stock below 0 is found', () => {
  const findings = createFindings()
  createStockHistory(findings).note({ productId: 'bowl', stock: -1, version: 9 }, 'a stream')
  expect(findings.of('stock-below-zero').count).toBe(1)
})
