import { number, plural } from './language.ts'

/** How many products fit, and the filters that they had to fit. */
export const filterChipTexts = {
  products: (count: number) => plural(count, { one: '1 product', other: `${number(count)} products` }),
  filters: 'Filters',
  quoted: (words: string) => `“${words}”`,
  inStockOnly: 'In stock only',
  takeOff: 'Take off the filter',
  clearAll: 'Clear all',
}
