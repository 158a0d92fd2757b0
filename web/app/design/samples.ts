import type { Category, Product } from '@onhand/contract/catalog'
import { type CartContents, type CartEntry, shortOf, totalOf } from '../../features/cart/use-cart-contents.ts'
import { catalogChanges } from '../../lib/live/live-stock.ts'

export const bowl: Product = {
  id: 'design_bowl',
  slug: 'turned-oak-bowl',
  name: 'Turned oak bowl',
  description: 'Turned from one piece of local oak, oiled by hand.',
  price: 6_800,
  currency: 'EUR',
  stock: 12,
  version: 1,
  category: 'Wood',
  image: { src: '/images/products/turned-oak-bowl.svg', alt: 'A bowl of oak' },
}
export const withStock = (stock: number): Product => ({ ...bowl, id: `design_bowl_${stock}`, stock })
export const withdrawn: Product = { ...bowl, id: 'design_bowl_withdrawn' }

export const categories: Category[] = [
  { name: 'Wood', products: 6 },
  { name: 'Textiles', products: 4 },
  { name: 'Leather', products: 1_111 },
]

export function entryOf(stock: number, quantity: number): CartEntry {
  const product = withStock(stock)
  return {
    line: { productId: product.id, name: product.name, quantity },
    product,
    available: stock,
    state: 'known',
  }
}

/** The price and stock of a line that are not known yet, or that could not be asked for. */
export function unknownEntry(state: 'loading' | 'unreachable'): CartEntry {
  const line = { productId: `design_bowl_${state}`, name: bowl.name, quantity: 1 }
  return { line, product: undefined, available: undefined, state }
}

export const goneEntry: CartEntry = {
  line: { productId: 'design_gone', name: 'Ash serving board', quantity: 1 },
  product: undefined,
  available: 0,
  state: 'gone',
}

export function contentsOf(...entries: CartEntry[]): CartContents {
  return {
    loaded: true,
    entries,
    ...totalOf(entries),
    currency: bowl.currency,
    short: shortOf(entries),
    retry: () => undefined,
  }
}

/** The shop knows none of these products, and says that they are no longer sold; of one that is so. */
export function keepForSale(): () => void {
  return catalogChanges.subscribe(({ changes, from, to }) => {
    const lost = changes.filter((one) => one.change === 'withdrawn' && one.productId !== withdrawn.id)
    if (lost.length === 0) return
    catalogChanges.tell({ changes: lost.map((one) => ({ ...one, change: 'created' })), from, to })
  })
}
