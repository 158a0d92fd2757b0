import { quantityMax } from '@onhand/contract/limits'
import { buyingTexts } from '#messages/buying.ts'
import { count } from '../../lib/locale.ts'

/** Pieces that the mark beside the cart has room for, also in a window of 320 pixels. */
const markMax = 99

/** How many pieces there are, as the mark beside the cart says it. */
export function markWords(pieces: number): string {
  return pieces > markMax ? buyingTexts.moreThan(markMax) : count(pieces)
}

/** Why nothing could be added to the `inCart` pieces that the cart already has. */
export function whyNothingAdded(inCart: number, stock: number): string {
  if (inCart > stock) return buyingTexts.onlyInStock(stock, inCart)
  if (inCart < stock) return buyingTexts.atOrderLimit(quantityMax, inCart)
  return buyingTexts.haveAllThereIs(inCart)
}

/** What was added and, when it is less than `wanted`, why. */
export function addedWords(name: string, added: number, wanted: number, stock: number): string {
  if (added >= wanted) return buyingTexts.added(name, added)
  return stock > quantityMax
    ? buyingTexts.addedUpToLimit(name, added, quantityMax)
    : buyingTexts.addedAllThereIs(name, added)
}

/** Why a quantity goes no further than it does now. */
export function whyItStops(stock: number): string {
  if (stock > quantityMax) return buyingTexts.orderLimit(quantityMax)
  return stock === 1 ? buyingTexts.lastOne : buyingTexts.allThereIs(stock)
}
