import type { OrderItem } from '@onhand/contract/orders'
import { orderTexts } from '#messages/orders.tsx'
import { type CartLines, fitting, quantityOf, withQuantity } from '../cart/lines.ts'

/** Pieces there are of each product: 0 where it is not sold any more, undefined where the shop did not answer. */
export type Found = ReadonlyMap<string, number | undefined>

interface Missing {
  productId: string
  name: string
  /** Why, in a sentence. */
  words: string
}

export interface Outcome {
  /** Pieces put into the cart. */
  added: number
  missing: Missing[]
}

/** Puts as much of an order into a cart as there is, and says of everything else why not. */
export function buyAgain(
  lines: CartLines,
  items: readonly OrderItem[],
  found: Found,
): { lines: CartLines; outcome: Outcome } {
  const outcome: Outcome = { added: 0, missing: [] }
  const filled = items.reduce((cart, { productId, name, quantity }) => {
    const stock = found.get(productId)
    const before = quantityOf(cart, productId)
    const after = stock === undefined ? before : Math.max(before, fitting(before + quantity, stock))
    const next = withQuantity(cart, { productId, name, quantity: after })
    const added = quantityOf(next, productId) - before
    outcome.added += added
    if (added < quantity)
      outcome.missing.push({ productId, name, words: whyNot(added, quantity, before, stock) })
    return next
  }, lines)
  return { lines: filled, outcome }
}

function whyNot(added: number, wanted: number, before: number, stock: number | undefined): string {
  if (stock === undefined) return orderTexts.whyNot.notChecked
  if (stock === 0) return orderTexts.whyNot.soldOut
  if (before + wanted <= stock) return orderTexts.whyNot.doesNotFit
  if (added > 0) return orderTexts.whyNot.onlySome(added, wanted)
  return before === 1 ? orderTexts.whyNot.haveLastOne : orderTexts.whyNot.haveAll(before)
}
