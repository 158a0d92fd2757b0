import { orderLinesMax, quantityMax } from '@onhand/contract/limits'

/** One product in the cart. Its name is kept, so that a product that is gone can still be named. */
export interface CartLine {
  productId: string
  name: string
  quantity: number
}

export type CartLines = readonly CartLine[]

export function quantityOf(lines: CartLines, productId: string): number {
  return lines.find((line) => line.productId === productId)?.quantity ?? 0
}

export function pieces(lines: CartLines): number {
  return lines.reduce((sum, line) => sum + line.quantity, 0)
}

/** Sets what is wanted of a product; a new one goes to the end, or to `index`. 0 takes it out. */
export function withQuantity(lines: CartLines, line: CartLine, index = lines.length): CartLines {
  if (line.quantity < 1) return without(lines, line.productId)
  const kept = { ...line, quantity: Math.min(line.quantity, quantityMax) }
  if (quantityOf(lines, line.productId) > 0) {
    return lines.map((known) => (known.productId === line.productId ? kept : known))
  }
  return lines.length < orderLinesMax ? lines.toSpliced(index, 0, kept) : lines
}

export function without(lines: CartLines, productId: string): CartLines {
  return lines.filter((line) => line.productId !== productId)
}

/** Puts a line into the place of another. */
export function replaced(lines: CartLines, productId: string, line: CartLine): CartLines {
  const index = lines.findIndex((known) => known.productId === productId)
  return withQuantity(without(lines, productId), line, index < 0 ? lines.length : index)
}

/** What is left when these pieces were bought: more of the same, put in meanwhile, stays. */
export function withoutBought(
  lines: CartLines,
  bought: readonly { productId: string; quantity: number }[],
): CartLines {
  return lines.flatMap((line) => {
    const quantity = line.quantity - (bought.find((item) => item.productId === line.productId)?.quantity ?? 0)
    return quantity > 0 ? [{ ...line, quantity }] : []
  })
}

/** How much of what was asked for fits: never more than there is, nor than one order may hold. */
export function fitting(wanted: number, stock: number): number {
  return Math.max(0, Math.min(wanted, stock, quantityMax))
}

/** Takes what is left of each product where the cart wants more. */
export function mended(lines: CartLines, available: ReadonlyMap<string, number>): CartLines {
  return lines.flatMap((line) => {
    const quantity = fitting(line.quantity, available.get(line.productId) ?? line.quantity)
    return quantity > 0 ? [{ ...line, quantity }] : []
  })
}

/**
 * Takes back what made `after` of `before`: what went stands in its place again, what came goes. A product that was put in
 * again since stays as it is, and so does what was added since.
 */
export function undone(lines: CartLines, before: CartLines, after: CartLines): CartLines {
  const came = after.filter(({ productId }) => quantityOf(before, productId) === 0)
  const left = came.reduce((all, line) => {
    const since = quantityOf(all, line.productId) - line.quantity
    return withQuantity(all, { ...line, quantity: since })
  }, lines)
  return before.reduce((all, line, index) => {
    const went = quantityOf(after, line.productId) === 0
    return went && quantityOf(all, line.productId) === 0 ? withQuantity(all, line, index) : all
  }, left)
}

/**
 * What a line should hold after the shop said that there is only so much.
 *
 * @param change the change that was checked; a line that was changed again since is left to its own check
 */
export function rolledBack(now: number, change: { before: number; after: number }, stock: number): number {
  if (now !== change.after || now <= stock) return now
  return Math.min(change.before, stock)
}

/** Everything of both, each as often as in the one that has more of it. */
export function largerOf(lines: CartLines, others: CartLines): CartLines {
  return others.reduce(
    (all, other) => (other.quantity > quantityOf(all, other.productId) ? withQuantity(all, other) : all),
    lines,
  )
}

/** What a request to the shop says of a cart. */
export function itemsOf(lines: CartLines): { productId: string; quantity: number }[] {
  return lines.map(({ productId, quantity }) => ({ productId, quantity }))
}

/** A kept cart as lines: it holds no names, so known ones are taken over, and others stay empty until they are known. */
export function linesOf(
  items: readonly { productId: string; quantity: number }[],
  known: CartLines,
): CartLines {
  const names = new Map(known.map(({ productId, name }) => [productId, name]))
  return items.map(({ productId, quantity }) => ({ productId, quantity, name: names.get(productId) ?? '' }))
}

/** True when both hold the same pieces in the same order. */
export function isSame(lines: CartLines, others: CartLines): boolean {
  return JSON.stringify(itemsOf(lines)) === JSON.stringify(itemsOf(others))
}

/** `onto`, with what was changed from `before` to `now` done to it. */
export function rebased(onto: CartLines, before: CartLines, now: CartLines): CartLines {
  const moved = [...before, ...now].reduce((result, { productId }) => {
    const delta = quantityOf(now, productId) - quantityOf(before, productId)
    return result.set(productId, delta)
  }, new Map<string, number>())
  return [...moved].reduce((lines, [productId, delta]) => {
    if (delta === 0) return lines
    const name = [...now, ...onto].find((line) => line.productId === productId)?.name ?? ''
    return withQuantity(lines, { productId, name, quantity: quantityOf(lines, productId) + delta })
  }, onto)
}
