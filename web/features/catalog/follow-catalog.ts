import type { QueryClient } from '@tanstack/react-query'
import type { AsOf } from '../../lib/ask.ts'
import { catalogChanges } from '../../lib/live/live-stock.ts'

/** Has what is kept of a product asked for anew once the owner has changed it. Returns a function that ends it. */
export function followCatalog(queryClient: QueryClient): () => void {
  return catalogChanges.subscribe((news) => {
    void queryClient.invalidateQueries({
      queryKey: ['product'],
      predicate: ({ state }) => isOlder(state.data as Partial<AsOf> | undefined, news.from),
    })
    for (const { productId } of news.changes)
      void queryClient.invalidateQueries({ queryKey: ['product', productId] })
    void queryClient.invalidateQueries({ queryKey: ['admin', 'products'] })
    void queryClient.invalidateQueries({ queryKey: ['categories'] })
  })
}

function isOlder(data: Partial<AsOf> | undefined, revision: number): boolean {
  return data?.catalogRevision !== undefined && data.catalogRevision < revision
}
