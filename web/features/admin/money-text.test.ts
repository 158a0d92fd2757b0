import { expect, test } from 'vitest'
import { moneyText, readMoney } from './money-text.ts'

test.each([
  ['12.50', 1_250],
  ['12,5', 1_250],
  [' 12 ', 1_200],
  ['0.07', 7],
  ['1.005', undefined],
  ['1,234.50', undefined],
  ['-1', undefined],
  ['', undefined],
  ['12 €', undefined],
])('%j is read as %j cents', (text, cents) => {
  expect(readMoney(text, 'EUR')).toBe(cents)
})

test('a currency without a fraction takes none', () => {
  expect(readMoney('1200', 'JPY')).toBe(1_200)
  expect(readMoney('12.5', 'JPY')).toBeUndefined()
  expect(moneyText(1_200, 'JPY')).toBe('1200')
})

test('an amount is written as it is read', () => {
  for (const cents of [0, 7, 1_250, 99_999_999]) expect(readMoney(moneyText(cents, 'EUR'), 'EUR')).toBe(cents)
})
