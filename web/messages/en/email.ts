import { number } from './language.ts'

/** What is wrong with an e-mail address, and what would be right. */
export const emailTexts = {
  blank: 'An e-mail address has no spaces in it. Take them out.',
  noAt: 'The @ is missing. An address looks like ada@example.org.',
  severalAts: 'An e-mail address has one @. Take out the others.',
  nothingBefore: 'Something is missing before the @. An address looks like ada@example.org.',
  noDomain: 'After the @ comes a name with a dot and an ending, such as example.org.',
  tooLong: (max: number) => `An e-mail address has at most ${number(max)} characters.`,
  ending:
    'The shop takes endings in letters from a to z only, such as .org. Do you have an address with such an ending?',
  misspelt:
    'Something in it does not fit. Before the @ stand letters from a to z, digits and single dots; after it letters, digits, hyphens and single dots, as in ada.lovelace@my-example.org.',
}
