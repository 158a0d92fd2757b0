'use client'

import type { Product } from '@onhand/contract/catalog'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { CartContents } from '../cart/use-cart-contents.ts'
import { productQuery } from '../catalog/product-query.ts'

/** A shop that does not say its prices within this time is asked for the order all the same: it knows them. */
const waitMaxMs = 2_000

export interface PriceChange {
  product: Product
  /** What the page showed, in minor units. */
  before: number
}

export interface PriceCheck {
  /** What the shopper is to see before anything is ordered. */
  changes: PriceChange[]
  /** Asks the shop once more. Returns whether the page showed what the order would cost; else shows it now. */
  isAsShown(contents: CartContents): Promise<boolean>
}

/** The shop decides what an order costs, so nobody may place one at a price that they have not seen. */
export function usePriceCheck(): PriceCheck {
  const queryClient = useQueryClient()
  const [changes, setChanges] = useState<PriceChange[]>([])

  async function askAnew({ product }: CartContents['entries'][number]): Promise<PriceChange[]> {
    if (!product) return []
    const fresh = await queryClient
      .fetchQuery({ ...productQuery(product.id), staleTime: 0, retry: false })
      .catch(() => undefined)
    if (!fresh || fresh.price === product.price) return []
    return [{ product: fresh, before: product.price }]
  }

  return {
    changes,
    async isAsShown({ entries }) {
      const asked = Promise.all(entries.map(askAnew)).then((found) => found.flat())
      const found = await Promise.race([asked, nothingAfter(waitMaxMs)])
      setChanges(found)
      return found.length === 0
    },
  }
}

function nothingAfter(ms: number): Promise<PriceChange[]> {
  return new Promise((resolve) => setTimeout(() => resolve([]), ms))
}
