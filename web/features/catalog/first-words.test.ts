import { expect, test } from 'vitest'
import { firstWords } from './first-words.ts'

test('a short text is left as it is', () => {
  expect(firstWords('A lamp of white paper.')).toBe('A lamp of white paper.')
})

test.each([
  ['ends before the word that is too much', 'lampshades '.repeat(200), 14 * 11 - 1],
  ['keeps the word that just fits', `${'a'.repeat(155)} lamp and more`, 160],
  [
    'cuts a language without blanks, too, and not at its first blank',
    `灯 ${'大きな白い紙。'.repeat(50)}`,
    159,
  ],
  ['cuts within a word that fills all of it', 'a'.repeat(400), 160],
  ['never cuts a character in two', `a${'😀'.repeat(100)}`, 159],
])('%s', (_rule, text, length) => {
  expect(firstWords(text)).toBe(`${text.slice(0, length)} …`)
})
