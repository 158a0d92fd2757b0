import type { StockLevel } from '@onhand/contract/stock-events'
import type { Db } from '../database/database.ts'
import { inChunks } from '../database/in-chunks.ts'
import { selectStock, selectStockForSale } from './queries.ts'

/** What there is of the products named, now. */
export function readStock(db: Db, productIds: readonly string[]): Promise<StockLevel[]> {
  return selectStock(db, [...new Set(productIds)])
}

/** The same, of those that are for sale. */
export function readStockForSale(db: Db, productIds: readonly string[]): Promise<StockLevel[]> {
  return selectStockForSale(db, [...new Set(productIds)])
}

/** What there is for sale of all that several want, each some products or (undefined) all, read once for all of them. */
export async function readStockFor(
  db: Db,
  wanted: ReadonlyArray<ReadonlySet<string> | undefined>,
): Promise<StockLevel[]> {
  if (wanted.includes(undefined)) return selectStockForSale(db, undefined)
  const levels: StockLevel[] = []
  const productIds = new Set(wanted.flatMap((ids) => [...(ids ?? [])]))
  for (const chunk of inChunks([...productIds])) levels.push(...(await selectStockForSale(db, chunk)))
  return levels
}
