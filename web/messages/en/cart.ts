import { number, plural } from './language.ts'

/** The cart, beside a page and on its own. */
export const cartTexts = {
  yourCart: 'Your cart',
  whatItHolds: 'What you have put into it, and what there is of it now.',
  close: 'Close the cart',
  viewCart: 'View cart',
  checkout: 'Checkout',
  summary: 'Summary',
  total: 'Total',
  pieces: (count: number) => plural(count, { one: '1 piece', other: `${number(count)} pieces` }),
  inBrackets: (words: string) => `(${words})`,
  each: (price: string) => `${price} each`,
  priceFailed: 'Its price could not be loaded.',
  loadPricesAgain: 'Load prices again',
  takeWhatIsLeft: 'Take what is left of everything',
  nothingReserved:
    'Nothing is reserved in a cart. The shelf is checked once more, for all lines at once, when you place the order.',
  loading: 'Loading your cart',
  noScript: 'Your cart needs JavaScript. Please switch it on, and load this page again.',
  emptyTitle: 'Your cart is empty',
  empty:
    'What you add is kept on this device, in all its tabs. It is not taken from the shelf until you order.',
  seeStock: 'See what is in stock',
  remove: 'Remove',
  removeLine: (name: string) => `Remove ${name}`,
  /** A line that came from another device, before its product is known. */
  aProduct: 'A product',
  insteadOf: (name: string) => `Instead of ${name}`,
  alsoInStock: (category: string) => `In stock, also ${category.toLowerCase()}:`,
  inStockInstead: 'In stock instead:',
  swap: 'Swap',
  swapLine: (name: string, other: string) => `Swap ${name} for ${other}`,
  noLongerSold: 'No longer sold.',
  soldOutSince: 'Sold out since you added it.',
  onlyLeft: (left: number, wanted: number) => `Only ${number(left)} left, you have ${number(wanted)}.`,
  inYourCart: (name: string, words: string) => `${name} in your cart: ${words}`,
  removeIt: 'Remove it',
  take: (count: number) => `Take ${number(count)}`,
  mergedTitle: 'Not all of your two carts fits into one',
  leftOut: (name: string) => `${name} was left out.`,
  keptOf: (name: string, kept: number, wanted: number) =>
    `${name}: ${number(kept)} of ${number(wanted)}, which is all that can be had.`,
  changeTakenBack: 'Your last change to the cart was taken back',
}
