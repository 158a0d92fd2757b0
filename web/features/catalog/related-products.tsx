import type { Product } from '@onhand/contract/catalog'
import { productTexts } from '#messages/product.ts'
import { listProducts } from '../../lib/api.ts'
import { ProductRow } from './product-row.tsx'

const relatedMax = 4

/** Others of the same category, those in stock first. A page does without them when they cannot be had. */
export async function RelatedProducts({ product }: { product: Product }) {
  const related = await findRelated(product).catch(() => [])
  if (related.length === 0) return null
  return <ProductRow title={productTexts.moreIn(product.category)} products={related} className="mt-20" />
}

async function findRelated({ id, category }: Product): Promise<Product[]> {
  const { products: inStock } = await listProducts({ category, inStock: true, limit: relatedMax + 1 })
  const enough = inStock.length > relatedMax
  const all = enough ? [] : (await listProducts({ category, limit: 2 * relatedMax + 1 })).products
  const others = new Map([...inStock, ...all].map((other) => [other.id, other]))
  others.delete(id)
  return [...others.values()].slice(0, relatedMax)
}
