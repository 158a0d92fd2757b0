import type { CatalogChange } from '@onhand/contract/stock-events'

/** What happened to products from one revision of the catalog to another. What happened before, nobody told here. */
export interface CatalogNews {
  readonly changes: readonly CatalogChange[]
  readonly from: number
  readonly to: number
}

/** What this page was told of the catalog. */
export interface CatalogChanges {
  tell(news: CatalogNews): void
  /** The newest revision that was heard of; 0 before anything was. */
  revision(): number
  isWithdrawn(productId: string): boolean
  /** Calls `listener` with each news that says anything new. */
  subscribe(listener: (news: CatalogNews) => void): () => void
}

export function createCatalogChanges(): CatalogChanges {
  const withdrawn = new Set<string>()
  const listeners = new Set<(news: CatalogNews) => void>()
  let known = 0

  /** A whole answer names what is not for sale each time anew. */
  function isKnown({ productId, change }: CatalogNews['changes'][number]): boolean {
    return change === 'withdrawn' && withdrawn.has(productId)
  }

  return {
    tell(news) {
      const hasMissed = news.from > known
      if (!hasMissed && news.to <= known && news.changes.every(isKnown)) return
      if (hasMissed) withdrawn.clear()
      known = Math.max(known, news.to)
      for (const { productId, change } of news.changes) {
        if (change === 'withdrawn') withdrawn.add(productId)
        else withdrawn.delete(productId)
      }
      for (const listener of listeners) listener(news)
    },
    revision: () => known,
    isWithdrawn: (productId) => withdrawn.has(productId),
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
