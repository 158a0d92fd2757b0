import { expect, test } from 'vitest'
import { namesFirst, piecesOf } from './hits.ts'

/** `[Oak] bowl`: what was typed stands in brackets. */
function shown(name: string, q: string): string {
  return piecesOf(name, q)
    .map(({ text, hit }) => (hit ? `[${text}]` : text))
    .join('')
}

test('marks every word typed, whatever its case and accents', () => {
  expect(shown('Turned oak bowl', 'OAK')).toBe('Turned [oak] bowl')
  expect(shown('Turned oak bowl', 'bo tur')).toBe('[Tur]ned oak [bo]wl')
  expect(shown('Éclair dish', 'ecl')).toBe('[Écl]air dish')
  expect(shown('Banana', 'an')).toBe('B[anan]a')
})

test('marks nothing that was not typed', () => {
  expect(shown('Turned oak bowl', 'walnut')).toBe('Turned oak bowl')
  expect(shown('Turned oak bowl', '  ')).toBe('Turned oak bowl')
  expect(shown('100% (wool)', '% (')).toBe('100[%] [(]wool)')
})

test('puts what has a word that begins so first, then what has it in its name, then what only tells of it', () => {
  const names = ['Vase', 'Umbra lamp', 'Brass bell', 'Bag'].map((name) => ({ name }))
  expect(namesFirst(names, 'bra').map(({ name }) => name)).toEqual([
    'Brass bell',
    'Umbra lamp',
    'Vase',
    'Bag',
  ])
})
