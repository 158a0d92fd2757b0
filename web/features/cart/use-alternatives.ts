'use client'

import type { Product } from '@onhand/contract/catalog'
import { useQuery } from '@tanstack/react-query'
import { listProducts } from '../../lib/api-on-need.ts'
import { useCart } from './cart-store.ts'
import type { CartEntry } from './use-cart-contents.ts'

/** More than this and a line of the cart becomes a shop. */
const shownMax = 3
/** Some of what is found may be in the cart already. */
const askedFor = 12

/** Products in stock like one that is sold out: of its category, and not in the cart yet. */
export function useAlternatives({ product }: CartEntry): Product[] {
  const lines = useCart((state) => state.lines)
  const query = { category: product?.category, inStock: true, limit: askedFor }
  const { data } = useQuery({ queryKey: ['alternatives', query], queryFn: () => listProducts(query) })
  const others = data?.products.filter(({ id }) => lines.every((line) => line.productId !== id)) ?? []
  return others.slice(0, shownMax)
}
