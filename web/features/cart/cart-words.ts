import { quantityMax } from '@onhand/contract/limits'

const orderLimit = `An order takes at most ${quantityMax} of one product.`

/** Why nothing could be added to the `inCart` pieces that the cart already has. */
export function whyNothingAdded(inCart: number, stock: number): string {
  if (inCart > stock) return `Only ${stock} in stock; your cart already has ${inCart}.`
  if (inCart < stock) return `${orderLimit} Your cart already has ${inCart}.`
  return `You already have all there is: ${inCart}.`
}

/** How many were added and, when those are fewer than `wanted`, why. */
export function addedTitle(added: number, wanted: number, stock: number): string {
  if (added < wanted && stock > quantityMax) return `Added ${added}: an order takes at most ${quantityMax}`
  if (added < wanted) return `Added ${added}, which is all there is`
  return added === 1 ? 'Added' : `Added ${added}`
}

/** Why a quantity goes no further than it does now. */
export function whyItStops(stock: number): string {
  if (stock > quantityMax) return orderLimit
  return stock === 1 ? 'That is the last one.' : `That is all there is: ${stock} in stock.`
}
