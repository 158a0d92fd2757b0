import type { AdminProduct, AdminProductPage, ProductQuery } from '@onhand/contract/catalog'
import type { Db } from '../database/database.ts'
import { pageOfProducts, toProduct } from './list-products.ts'
import { selectProductById } from './queries.ts'
import { productNotFound } from './show-product.ts'
import type { ProductRow } from './tables.ts'

/**
 * One page of all products that fit the query, withdrawn ones too.
 *
 * @throws Refusal `invalid_request` as `listProducts` does
 */
export function listAllProducts(db: Db, query: ProductQuery): Promise<AdminProductPage> {
  return pageOfProducts(db, query, 'all', toAdminProduct)
}

/**
 * A product, withdrawn or not.
 *
 * @throws Refusal `product_not_found`
 */
export async function showAnyProduct(db: Db, id: string): Promise<AdminProduct> {
  const row = await selectProductById(db, id)
  if (!row) throw productNotFound(id)
  return toAdminProduct(row)
}

function toAdminProduct(row: ProductRow): AdminProduct {
  return { ...toProduct(row), withdrawn: row.withdrawn_at !== null }
}
