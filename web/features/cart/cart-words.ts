import type { CappedLine } from '@onhand/contract/cart'
import { quantityMax } from '@onhand/contract/limits'

const orderLimit = `An order takes at most ${quantityMax} of one product.`

/** Why nothing could be added to the `inCart` pieces that the cart already has. */
export function whyNothingAdded(inCart: number, stock: number): string {
  if (inCart > stock) return `Only ${stock} in stock; your cart already has ${inCart}.`
  if (inCart < stock) return `${orderLimit} Your cart already has ${inCart}.`
  return `You already have all there is: ${inCart}.`
}

/** What was added and, when it is less than `wanted`, why. */
export function addedWords(name: string, added: number, wanted: number, stock: number): string {
  const words = added === 1 ? `Added: ${name}` : `Added: ${added} × ${name}`
  if (added >= wanted) return words
  return stock > quantityMax ? `${words}. ${orderLimit}` : `${words}, which is all there is`
}

/** Why a quantity goes no further than it does now. */
export function whyItStops(stock: number): string {
  if (stock > quantityMax) return orderLimit
  return stock === 1 ? 'That is the last one.' : `That is all there is: ${stock} in stock.`
}

/** What became of a line when a guest's cart was put into the kept one. */
export function cappedWords({ name, wanted, kept }: CappedLine): string {
  if (kept === 0) return `${name} was left out.`
  return `${name}: ${kept} of ${wanted}, which is all that can be had.`
}
