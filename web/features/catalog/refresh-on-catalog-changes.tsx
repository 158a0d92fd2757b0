'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import type { CatalogNews } from '../../lib/live/catalog-changes.ts'
import { afterCatalogChanges } from './after-catalog-changes.ts'

interface RefreshOnCatalogChangesProps {
  /** Only changes of this product; without it, of any. */
  productId?: string
}

/** Has the page rendered anew when the owner has changed what it shows. A product that is gone stays, marked as such. */
export function RefreshOnCatalogChanges({ productId }: RefreshOnCatalogChangesProps) {
  const router = useRouter()
  useEffect(() => {
    const concerns = (news: CatalogNews): boolean =>
      news === 'gap' ||
      productId === undefined ||
      news.some((change) => change.productId === productId && change.change !== 'withdrawn')
    return afterCatalogChanges(concerns, router.refresh)
  }, [router, productId])
  return null
}
