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
  ['.ada@example.org', 'A dot or a sign'],
  ['ada@exa_mple.org', 'A dot or a sign'],
  [`${'a'.repeat(250)}@example.org`, 'at most 254'],
])('says of %s what is wrong and what would be right', (address, words) => {
  expect(emailMistake(address)).toContain(words)
})

test('has nothing against an address that the shop takes, with blanks around it', () => {
  expect(emailMistake(' ada.lovelace+shop@mail.example.org ')).toBeUndefined()
})
