'use client'

import type { Product } from '@onhand/contract/catalog'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { CartContents } from '../cart/use-cart-contents.ts'
import { productQuery } from '../catalog/product-query.ts'

/** A shop that does not say its prices within this time is asked for the order all the same: it knows them. */
const waitMaxMs = 2_000

export interface PriceChange {
  product: Product
  /** What the shopper saw first, in minor units. */
  before: number
}

export interface PriceCheck {
  /** What the shopper is to see before anything is ordered. */
  changes: PriceChange[]
  /** Asks the shop once more. Returns whether the order would cost what the shopper saw; else says now what it costs. */
  isAsSeen(contents: CartContents): Promise<boolean>
}

/** The shop decides what an order costs, so nobody may place one at a price that they have not seen. */
export function usePriceCheck({ entries }: CartContents): PriceCheck {
  const queryClient = useQueryClient()
  const [changes, setChanges] = useState<PriceChange[]>([])
  // An open page follows the shop's prices, and one may rise just before the button is pressed.
  const seen = useRef(new Map<string, number>())
  useEffect(() => {
    for (const { product } of entries) {
      if (product && !seen.current.has(product.id)) seen.current.set(product.id, product.price)
    }
  }, [entries])

  async function askAnew(product: Product): Promise<Product> {
    const fresh = queryClient.fetchQuery({ ...productQuery(product.id), staleTime: 0, retry: false })
    return fresh.catch(() => product)
  }

  function changesOf(product: Product): PriceChange[] {
    const before = seen.current.get(product.id) ?? product.price
    seen.current.set(product.id, product.price)
    return before === product.price ? [] : [{ product, before }]
  }

  return {
    changes,
    async isAsSeen(contents) {
      const shown = contents.entries.flatMap(({ product }) => product ?? [])
      const asked = Promise.all(shown.map(askAnew))
      const found = (await Promise.race([asked, after(waitMaxMs, shown)])).flatMap(changesOf)
      setChanges(found)
      return found.length === 0
    },
  }
}

function after<T>(ms: number, value: T): Promise<T> {
  return new Promise((resolve) => setTimeout(() => resolve(value), ms))
}
