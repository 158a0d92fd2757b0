import type { OrderItem } from '@onhand/contract/orders'
import { orderTexts } from '#messages/orders.tsx'
import { type CartLines, fitting, quantityOf, withQuantity } from '../cart/lines.ts'

/** Pieces there are of each product: 0 where it is not sold any more, undefined where the shop did not answer. */
export type Found = ReadonlyMap<string, number | undefined>

interface Missing {
  productId: string
  /** What of it, and why, in a sentence. */
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
      outcome.missing.push({ productId, words: whyNot({ name, added, wanted: quantity, before, stock }) })
    return next
  }, lines)
  return { lines: filled, outcome }
}

interface Added {
  name: string
  added: number
  wanted: number
  /** Pieces that were in the cart already. */
  before: number
  stock: number | undefined
}

function whyNot({ name, added, wanted, before, stock }: Added): string {
  const { whyNot } = orderTexts
  if (stock === undefined) return whyNot.notChecked(name)
  if (stock === 0) return whyNot.soldOut(name)
  if (before + wanted <= stock) return whyNot.doesNotFit(name)
  if (added > 0) return whyNot.onlySome(name, added, wanted)
  return before === 1 ? whyNot.haveLastOne(name) : whyNot.haveAll(name, before)
}
