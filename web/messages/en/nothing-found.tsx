import type { ReactNode } from 'react'
import { number, plural } from './language.ts'

/** A list without products. */
export const nothingFoundTexts = {
  emptyTitle: 'The shelves are empty',
  empty: 'Nothing is for sale at the moment.',
  forSearch: (words: string) => `Nothing found for “${words}”`,
  forFilters: 'Nothing fits these filters',
  showInWholeShop: (count: number) =>
    plural(count, { one: 'Show 1 in the whole shop', other: `Show ${number(count)} in the whole shop` }),
  showEverything: 'Show everything',
  withTheseFilters: 'Nothing with these filters, that is.',
  tryOtherWords: 'Try fewer or other words: we look in names, categories and descriptions.',
  allSoldOut: (category: string) => `Everything in ${category} is sold out at the moment.`,
  takeOneOff: 'Take a filter off to see more.',
  lookThrough: (categories: ReactNode) => <>Or look through {categories}.</>,
  onTheShelf: 'On the shelf right now',
}
