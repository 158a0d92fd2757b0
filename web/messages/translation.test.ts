import { expect, test } from 'vitest'
import { inLanguage } from './in-language.ts'
import type { Translation } from './translation.ts'

const english = {
  cart: 'Cart',
  pieces: (count: number) => (count === 1 ? 'one piece' : `${count} pieces`),
  status: { live: 'Live', offline: 'Not live' },
  steps: [{ title: 'First' }, { title: 'Then' }],
}

type Messages = Translation<typeof english>

// What follows is checked by the compiler: an error that is expected and does not come is one.
const pieces = (count: number) => `[${count} p·i·e·c·e·s]`
const status = { live: '[L·i·v·e]', offline: '[N·o·t l·i·v·e]' }
const steps = [{ title: '[F·i·r·s·t]' }]

const whole: Messages = { cart: '[C·a·r·t]', pieces, status, steps }

// @ts-expect-error a message is missing
export const lacking: Messages = { cart: '[C·a·r·t]', status, steps }

// @ts-expect-error a message inside a group is missing
export const lackingInside: Messages = { cart: '', pieces, status: { live: '' }, steps }

// @ts-expect-error a message that English does not have, or not any more
export const tooMany: Messages = { cart: '', pieces, status, steps, basket: '' }

// @ts-expect-error a text in the place of a message with a count
export const another: Messages = { cart: '', pieces: 'pieces', status, steps }

const wantsMore = (count: number, unit: string) => `${count} ${unit}`
// @ts-expect-error a message that wants what it is not given
export const wanting: Messages = { cart: '', pieces: wantsMore, status, steps }

test('a translation takes the same values and may say anything', () => {
  expect([whole.cart, whole.pieces(2), whole.status.offline]).toEqual([
    '[C·a·r·t]',
    '[2 p·i·e·c·e·s]',
    '[N·o·t l·i·v·e]',
  ])
})

test('a count takes the form that its language has for it', () => {
  const forms = { one: 'sklep', few: 'sklepy', many: 'sklepów', other: 'sklepu' }
  const polish = inLanguage('pl')
  expect([1, 2, 5, 22, 25].map((count) => polish.plural(count, forms))).toEqual([
    'sklep',
    'sklepy',
    'sklepów',
    'sklepy',
    'sklepów',
  ])
  expect(inLanguage('en').plural(2, { one: 'shop', other: 'shops' })).toBe('shops')
  expect(inLanguage('ja').plural(1, { other: '店' })).toBe('店')
})

test('a number is written as its language writes it', () => {
  expect(['en', 'de', 'fr'].map((locale) => inLanguage(locale).number(10_000))).toEqual([
    '10,000',
    '10.000',
    '10\u202f000',
  ])
})
