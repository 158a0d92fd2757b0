import type { Product, ProductPage } from '@onhand/contract/catalog'
import type { AsOf } from '../../lib/ask.ts'

/** The first page of a list, and the state of the catalog that it was read from. */
export type ServedPage = ProductPage & AsOf

/** What was loaded behind the products a list was served with. */
export interface LaterProducts extends AsOf {
  products: readonly Product[]
  nextCursor: string | null
}

/** By the address of the list, for as long as the tab shows the shop: whoever comes back finds what they had loaded. */
const remembered = new Map<string, LaterProducts>()
/** Lists remembered; a shopper comes back to one of the last. */
const listsMax = 20

export function recall(list: string): LaterProducts | undefined {
  return remembered.get(list)
}

export function remember(list: string, later: LaterProducts): void {
  remembered.delete(list)
  remembered.set(list, later)
  const [oldest] = remembered.keys()
  if (remembered.size > listsMax && oldest !== undefined) remembered.delete(oldest)
}

export function forget(list: string): void {
  remembered.delete(list)
}

/** The served products and those loaded later, each once, where to go on, and how old the oldest of it is. */
export function joined(served: ServedPage, later: LaterProducts | undefined): LaterProducts {
  const known = new Set(served.products.map(({ id }) => id))
  const rest = later?.products.filter(({ id }) => !known.has(id)) ?? []
  if (!later || rest.length === 0) return served
  const catalogRevision = Math.min(served.catalogRevision, later.catalogRevision)
  return { products: [...served.products, ...rest], nextCursor: later.nextCursor, catalogRevision }
}
