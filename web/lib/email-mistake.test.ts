import { expect, test } from 'vitest'
import { emailMistake } from './email-mistake.ts'

test.each([
  ['ada at example.org', 'The @ is missing'],
  ['ada', 'The @ is missing'],
  ['ada@example@example.org', 'one @'],
  ['ada lovelace@example.org', 'no spaces'],
  ['@example.org', 'missing before the @'],
  ['ada@', 'a name with a dot'],
  ['ada@example', 'a name with a dot'],
  ['ada@example.', 'a name with a dot'],
  ['ada@example.o', 'and an ending'],
  ['ada@192.168.0.1', 'and an ending'],
  ['.ada@example.org', 'single dots'],
  ['ada@exa_mple.org', 'after it letters, digits, hyphens'],
  ['adä@example.org', 'letters from a to z'],
  ['ada@пример.рф', 'endings in letters from a to z'],
  ['ada@xn--e1afmkfd.xn--p1ai', 'endings in letters from a to z'],
  [`${'a'.repeat(250)}@example.org`, 'at most 254'],
])('says of %s what is wrong and what would be right', (address, words) => {
  expect(emailMistake(address)).toContain(words)
})

test.each([' ada.lovelace+shop@mail.example.org ', 'kim@bücher.example', 'kim@xn--bcher-kva.example'])(
  'has nothing against %s, which the shop takes',
  (address) => {
    expect(emailMistake(address)).toBeUndefined()
  },
)
