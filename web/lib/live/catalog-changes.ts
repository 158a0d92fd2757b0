import type { CatalogChange } from '@onhand/contract/stock-events'

/** What happened to products; `gap` stands for what may have happened while nobody told this page. */
export type CatalogNews = readonly CatalogChange[] | 'gap'

/** What this page was told of the catalog. */
export interface CatalogChanges {
  tell(news: CatalogNews): void
  isWithdrawn(productId: string): boolean
  subscribe(listener: (news: CatalogNews) => void): () => void
}

export function createCatalogChanges(): CatalogChanges {
  const withdrawn = new Set<string>()
  const listeners = new Set<(news: CatalogNews) => void>()

  return {
    tell(news) {
      if (news === 'gap') withdrawn.clear()
      else {
        for (const { productId, change } of news) {
          if (change === 'withdrawn') withdrawn.add(productId)
          else withdrawn.delete(productId)
        }
      }
      for (const listener of listeners) listener(news)
    },
    isWithdrawn: (productId) => withdrawn.has(productId),
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
