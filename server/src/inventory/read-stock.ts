import type { StockLevel } from '@onhand/contract/stock-events'
import type { Db } from '../database/database.ts'
import { inChunks } from '../database/in-chunks.ts'
import { selectStock, selectStockForSale } from './queries.ts'

/** What there is of the products named, now. */
export function readStock(db: Db, productIds: readonly string[]): Promise<StockLevel[]> {
  return selectStock(db, [...new Set(productIds)])
}

/** More than this are not read by name: whatever is asked for, it is never more work than the catalog. */
const namedMax = 2_000

/** The same, of those that are for sale. */
export function readStockForSale(db: Db, productIds: readonly string[]): Promise<StockLevel[]> {
  return selectStockForSale(db, [...new Set(productIds)])
}

/**
 * What there is for sale of all that several want, each some products or (undefined) all, read once for all of them; it may
 * be more than they want.
 */
export async function readStockFor(
  db: Db,
  wanted: Iterable<ReadonlySet<string> | undefined>,
): Promise<StockLevel[]> {
  const productIds = namesIn(wanted)
  if (!productIds) return selectStockForSale(db, undefined)
  const levels: StockLevel[] = []
  for (const chunk of inChunks([...productIds])) levels.push(...(await selectStockForSale(db, chunk)))
  return levels
}

/** Undefined when these are all products, or too many to be named. */
function namesIn(wanted: Iterable<ReadonlySet<string> | undefined>): ReadonlySet<string> | undefined {
  const names = new Set<string>()
  for (const productIds of wanted) {
    if (!productIds) return undefined
    for (const productId of productIds) names.add(productId)
    if (names.size > namedMax) return undefined
  }
  return names
}
