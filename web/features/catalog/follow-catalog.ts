import type { QueryClient } from '@tanstack/react-query'
import { catalogChanges } from '../../lib/live/live-stock.ts'

/** Has what is kept of a product asked for anew once the owner has changed it. Returns a function that ends it. */
export function followCatalog(queryClient: QueryClient): () => void {
  return catalogChanges.subscribe((news) => {
    if (news === 'gap') return void queryClient.invalidateQueries({ queryKey: ['product'] })
    for (const { productId } of news) void queryClient.invalidateQueries({ queryKey: ['product', productId] })
    void queryClient.invalidateQueries({ queryKey: ['admin', 'products'] })
  })
}
