'use client'

import type { Product } from '@onhand/contract/catalog'
import { useEffect, useState } from 'react'
import { productTexts } from '#messages/product.ts'
import { showProduct } from '../../lib/api-on-need.ts'
import { ProductRow } from './product-row.tsx'
import { rememberSeen, seenProducts } from './seen-products.ts'

/** What this browser looked at before, as it is now. Only the browser knows, so nothing of it is in the page's HTML. */
export function RecentlyViewed({ productId }: { productId: string }) {
  const [products, setProducts] = useState<readonly Product[]>([])
  useEffect(() => {
    let left = false
    const before = seenProducts().filter((id) => id !== productId)
    rememberSeen(productId)
    void findThose(before).then((found) => {
      if (!left) setProducts(found)
    })
    return () => {
      left = true
    }
  }, [productId])
  if (products.length === 0) return null
  return <ProductRow title={productTexts.lookedAt} products={products} className="mt-16" />
}

/** Those that are still for sale and could be asked for. */
async function findThose(ids: readonly string[]): Promise<Product[]> {
  const asked = await Promise.allSettled(ids.map(showProduct))
  return asked.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : []))
}
