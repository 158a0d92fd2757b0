import type { ReactNode } from 'react'
import { number, plural } from './language.ts'

/** What the search suggests while one types. */
export const suggestionTexts = {
  suggestions: 'Suggestions',
  found: (count: number) => plural(count, { one: '1 suggestion.', other: `${number(count)} suggestions.` }),
  nothingFound: (words: string) => `Nothing found for “${words}” so far.`,
  quoted: (words: string) => `“${words}”`,
  allResultsFor: (words: ReactNode) => <>All results for {words}</>,
  searchTheShopFor: (words: ReactNode) => <>Search the shop for {words}</>,
  cancel: 'Cancel',
}
