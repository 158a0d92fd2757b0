import { expect, test } from 'vitest'
import { formatMoney } from './format-money.ts'

test('writes minor units the way the currency and the reader count', () => {
  expect(formatMoney(123_456, 'EUR', 'en-IE')).toBe('€1,234.56')
  expect(formatMoney(123_456, 'EUR', 'de-DE').replace(/\s/, ' ')).toBe('1.234,56 €')
  expect(formatMoney(500, 'JPY', 'en-US')).toBe('¥500')
  expect(formatMoney(1_234, 'KWD', 'en-US')).toMatch(/1\.234/)
  expect(formatMoney(0, 'EUR', 'en-IE')).toBe('€0.00')
})
