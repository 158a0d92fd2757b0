import type { Product } from '@onhand/contract/catalog'
import type { Db } from '../database/database.ts'
import { Refusal } from '../refusal.ts'
import { toProduct } from './list-products.ts'
import { selectProduct } from './queries.ts'

/**
 * The product with this id or slug.
 *
 * @throws Refusal `product_not_found`
 */
export async function showProduct(db: Db, idOrSlug: string): Promise<Product> {
  const row = await selectProduct(db, idOrSlug)
  if (!row) throw productNotFound(idOrSlug)
  return toProduct(row)
}

export function productNotFound(idOrSlug: string): Refusal {
  return new Refusal('product_not_found', `No product has the id or slug ${JSON.stringify(idOrSlug)}.`, {
    details: { productIds: [idOrSlug] },
  })
}
