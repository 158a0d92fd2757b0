'use client'

import type { CategoriesReply, Category } from '@onhand/contract/catalog'
import { useEffect } from 'react'
import { listCategories } from '../../lib/api-on-need.ts'
import type { AsOf } from '../../lib/ask.ts'
import { afterCatalogChanges } from './after-catalog-changes.ts'
import { useNewerThan } from './use-newer-than.ts'

/** All categories, and the state of the catalog that they were read from. */
export type ServedCategories = CategoriesReply & AsOf

/** The categories with how much they hold, read anew once the owner has changed the catalog. */
export function useCategories(served: ServedCategories): Category[] {
  const [{ categories, catalogRevision }, setCategories] = useNewerThan(served)
  useEffect(() => {
    // Without an answer they stay as they were, and are read again with the next change.
    const readIfReachable = (): void => void listCategories().then(setCategories, () => {})
    return afterCatalogChanges(catalogRevision, (changes) => changes.length > 0, readIfReachable)
  }, [catalogRevision, setCategories])
  return categories
}
