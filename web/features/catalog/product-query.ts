import { showProduct } from '../../lib/api.ts'
import { stock } from '../../lib/live/live-stock.ts'

/** One product, asked for once by all of a page's parts that show it. */
export function productQuery(productId: string) {
  return {
    queryKey: ['product', productId],
    queryFn: async () => {
      const product = await showProduct(productId)
      stock.learn([{ productId, stock: product.stock, version: product.version }])
      return product
    },
  }
}
