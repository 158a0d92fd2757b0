import { plural } from './language.ts'

const orderLimit = (max: number) => `An order takes at most ${max} of one product.`

/** Putting something into the cart, on any page. */
export const buyingTexts = {
  cart: 'Cart',
  /** Read out after the number of pieces. */
  pieces: (count: number) => plural(count, { one: 'piece', other: 'pieces' }),
  buy: (name: string) => `Buy ${name}`,
  quantityOf: (name: string) => `Quantity of ${name}`,
  addToCart: 'Add to cart',
  soldOut: 'Sold out',
  noLongerSold: 'No longer sold',
  added: (name: string, count: number) => (count === 1 ? `Added: ${name}` : `Added: ${count} × ${name}`),
  addedUpToLimit: (added: string, max: number) => `${added}. ${orderLimit(max)}`,
  addedAllThereIs: (added: string) => `${added}, which is all there is`,
  orderLimit,
  lastOne: 'That is the last one.',
  allThereIs: (stock: number) => `That is all there is: ${stock} in stock.`,
  nothingAdded: 'Nothing added',
  onlyInStock: (stock: number, inCart: number) => `Only ${stock} in stock; your cart already has ${inCart}.`,
  atOrderLimit: (max: number, inCart: number) => `${orderLimit(max)} Your cart already has ${inCart}.`,
  haveAllThereIs: (inCart: number) => `You already have all there is: ${inCart}.`,
  cartHolds: (max: number) => `A cart holds ${max} products.`,
  removed: 'Removed',
  undo: 'Undo',
  soldOutJustNow: (name: string) => `${name} is sold out just now`,
  downTo: (name: string, stock: number) => `${name} is down to ${stock} in stock`,
  takenOut: 'It was taken out of your cart again.',
  staysAt: (count: number) => `Your cart stays at ${count}.`,
}
