import type { Product } from '@onhand/contract/catalog'
import { showProduct } from '../../lib/api-on-need.ts'
import type { AsOf } from '../../lib/ask.ts'
import { catalogChanges, stock } from '../../lib/live/live-stock.ts'

/** One product, asked for once by all of a page's parts that show it. */
export function productQuery(productId: string) {
  return {
    queryKey: ['product', productId],
    queryFn: async () => {
      const product = await showUntilNewest(productId)
      stock.learn([{ productId, stock: product.stock, version: product.version }])
      return product
    },
  }
}

/** Asks once more when a change was told while the answer was on its way. */
async function showUntilNewest(productId: string): Promise<Product & AsOf> {
  const product = await showProduct(productId)
  return product.catalogRevision < catalogChanges.revision() ? showProduct(productId) : product
}
