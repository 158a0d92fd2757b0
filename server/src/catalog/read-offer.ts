import type { Transaction } from '../database/transaction.ts'
import { selectOffer } from './queries.ts'
import type { ProductRow } from './tables.ts'

/** What a checkout needs to know of a product. */
export type ProductOnOffer = Pick<ProductRow, 'id' | 'name' | 'price' | 'currency' | 'stock' | 'version'>

/** The products named, by id, as they are now and stay until the transaction ends. Unknown ids are left out. */
export async function readOffer(
  tx: Transaction,
  productIds: readonly string[],
): Promise<Map<string, ProductOnOffer>> {
  if (productIds.length === 0) return new Map()
  const rows = await selectOffer(tx.db, [...new Set(productIds)].sort())
  return new Map(rows.map((row) => [row.id, row]))
}
