import type { Product } from '@onhand/contract/catalog'
import { publicUrl } from '../../lib/public-url.ts'
import { stockTone } from '../inventory/stock-words.ts'
import { productJsonLd } from './product-schema.ts'

/** What search engines read of a product. */
export function ProductJsonLd({ product }: { product: Product }) {
  return (
    <script
      type="application/ld+json"
      // biome-ignore lint/security/noDangerouslySetInnerHtml: nothing in it can end the script or begin another.
      dangerouslySetInnerHTML={{ __html: productJsonLd(product, stockTone(product.stock), publicUrl) }}
    />
  )
}
