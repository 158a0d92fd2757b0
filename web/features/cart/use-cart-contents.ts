'use client'

import type { Product } from '@onhand/contract/catalog'
import { useQueries } from '@tanstack/react-query'
import { cartTexts } from '#messages/cart.ts'
import { isRefusal } from '../../lib/api-errors.ts'
import { useStockLevels } from '../../lib/live/use-stock.ts'
import { productQuery } from '../catalog/product-query.ts'
import { useCart } from './cart-store.ts'
import type { CartLine } from './lines.ts'

/** One line with all that is known of its product. */
export interface CartEntry {
  line: CartLine
  product: Product | undefined
  /** Pieces that can be bought now; undefined until known, 0 also for a product no longer sold. */
  available: number | undefined
  state: 'loading' | 'known' | 'gone' | 'unreachable'
}

export interface CartContents {
  loaded: boolean
  entries: CartEntry[]
  /** Of the pieces that can be had, in minor units; undefined while a price is missing. */
  total: number | undefined
  currency: string | undefined
  /** Where the cart wants more than there is: pieces left for each product. */
  short: ReadonlyMap<string, number>
  retry: () => void
}

/** The cart together with its products' prices and live stock. */
export function useCartContents(): CartContents {
  const lines = useCart((state) => state.lines)
  const loaded = useCart((state) => state.loaded)
  const queries = useQueries({ queries: lines.map(({ productId }) => productQuery(productId)) })
  const levels = useStockLevels(
    lines.map(({ productId }, index) => {
      const product = queries[index]?.data
      return { productId, stock: product?.stock ?? 0, version: product?.version ?? -1 }
    }),
  )
  const entries = lines.map((line, index): CartEntry => {
    const query = queries[index]
    const gone = isRefusal(query?.error, 'product_not_found')
    const level = levels[index]
    const available = gone ? 0 : level && level.version >= 0 ? level.stock : undefined
    const state = gone ? 'gone' : query?.data ? 'known' : query?.isError ? 'unreachable' : 'loading'
    return { line: named(line, query?.data), product: gone ? undefined : query?.data, available, state }
  })
  return {
    loaded,
    entries,
    ...totalOf(entries),
    short: shortOf(entries),
    retry: () => {
      for (const query of queries) if (query.isError) void query.refetch()
    },
  }
}

/** A line that came from another device has no name yet. */
function named(line: CartLine, product: Product | undefined): CartLine {
  return line.name === '' ? { ...line, name: product?.name ?? cartTexts.aProduct } : line
}

/** The pieces of a line that can be had; what nobody knows yet can be. */
export function piecesToHave({ line, available = line.quantity }: CartEntry): number {
  return Math.min(line.quantity, available)
}

export function totalOf(entries: CartEntry[]): Pick<CartContents, 'total' | 'currency'> {
  const currency = entries.find((entry) => entry.product)?.product?.currency
  const priced = entries.filter((entry) => piecesToHave(entry) > 0)
  if (priced.some((entry) => !entry.product)) return { total: undefined, currency }
  const total = priced.reduce((sum, entry) => sum + piecesToHave(entry) * (entry.product?.price ?? 0), 0)
  return { total, currency }
}

export function shortOf(entries: CartEntry[]): ReadonlyMap<string, number> {
  return new Map(
    entries.flatMap(({ line, available }) =>
      available !== undefined && available < line.quantity ? [[line.productId, available]] : [],
    ),
  )
}
