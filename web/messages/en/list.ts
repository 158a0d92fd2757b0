import { number } from './language.ts'

/** The list of products. */
export const listTexts = {
  categories: 'Categories',
  all: 'All',
  inStockOnly: 'In stock only',
  sort: 'Sort',
  sorts: {
    own: 'Our order',
    newest: 'Newest first',
    name: 'Name',
    price: 'Price, low to high',
    '-price': 'Price, high to low',
  },
  show: 'Show',
  shownOf: (shown: number, all: number) => `${number(shown)} of ${number(all)}`,
  showMore: 'Show more',
  loading: 'Loading',
  loadingList: 'Loading the list',
  moreFailed: 'More could not be loaded. Please try again.',
  moreShown: (count: number) => `${number(count)} more shown.`,
}
