'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import type { CatalogNews } from '../../lib/live/catalog-changes.ts'
import { afterCatalogChanges } from './after-catalog-changes.ts'

interface RefreshOnCatalogChangesProps {
  /** The state of the catalog that the page was made from. */
  since: number
  /** Only changes of this product; without it, of any. */
  productId?: string
}

/** Has the page rendered anew when the owner has changed what it shows. A product that is gone stays, marked as such. */
export function RefreshOnCatalogChanges({ since, productId }: RefreshOnCatalogChangesProps) {
  const router = useRouter()
  useEffect(() => {
    const concerns = (changes: CatalogNews['changes']): boolean =>
      changes.some(
        (one) => productId === undefined || (one.productId === productId && one.change !== 'withdrawn'),
      )
    return afterCatalogChanges(since, concerns, router.refresh)
  }, [router, since, productId])
  return null
}
