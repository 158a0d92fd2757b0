import { listing, number, plural } from './language.ts'

/** Putting something into the cart, on any page. */
export const buyingTexts = {
  cart: 'Cart',
  pieces: (count: number) => plural(count, { one: '1 piece', other: `${number(count)} pieces` }),
  /** Where there is room for two digits. */
  moreThan: (max: number) => `${number(max)}+`,
  buy: (name: string) => `Buy ${name}`,
  quantityOf: (name: string) => `Quantity of ${name}`,
  addToCart: 'Add to cart',
  soldOut: 'Sold out',
  noLongerSold: 'No longer sold',
  added: (name: string, count: number) =>
    plural(count, { one: `Added: ${name}`, other: `Added: ${number(count)} × ${name}` }),
  addedUpToLimit: (name: string, count: number, max: number) =>
    plural(count, {
      one: `Added: ${name}. An order takes at most ${number(max)} of one product.`,
      other: `Added: ${number(count)} × ${name}. An order takes at most ${number(max)} of one product.`,
    }),
  addedAllThereIs: (name: string, count: number) =>
    plural(count, {
      one: `Added: ${name}, which is all there is`,
      other: `Added: ${number(count)} × ${name}, which is all there is`,
    }),
  orderLimit: (max: number) => `An order takes at most ${number(max)} of one product.`,
  lastOne: 'That is the last one.',
  allThereIs: (stock: number) => `That is all there is: ${number(stock)} in stock.`,
  nothingAdded: 'Nothing added',
  onlyInStock: (stock: number, inCart: number) =>
    `Only ${number(stock)} in stock; your cart already has ${number(inCart)}.`,
  atOrderLimit: (max: number, inCart: number) =>
    `An order takes at most ${number(max)} of one product. Your cart already has ${number(inCart)}.`,
  haveAllThereIs: (inCart: number) => `You already have all there is: ${number(inCart)}.`,
  cartHolds: (max: number) => `A cart holds ${number(max)} products.`,
  removed: 'Removed',
  swapped: 'Swapped',
  oneForAnother: (one: string, other: string) => `${other} for ${one}`,
  names: (names: readonly string[]) => listing(names),
  undo: 'Undo',
  soldOutJustNow: (name: string) => `${name} is sold out just now`,
  downTo: (name: string, stock: number) => `${name} is down to ${number(stock)} in stock`,
  takenOut: 'It was taken out of your cart again.',
  staysAt: (count: number) => `Your cart stays at ${number(count)}.`,
}
