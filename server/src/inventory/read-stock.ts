import type { StockLevel } from '@onhand/contract/stock-events'
import type { Db } from '../database/database.ts'
import { selectStock, selectStockForSale } from './queries.ts'

/** What there is of the products named, now. */
export function readStock(db: Db, productIds: readonly string[]): Promise<StockLevel[]> {
  return selectStock(db, [...new Set(productIds)])
}

/** The same, of those that are for sale. */
export function readStockForSale(db: Db, productIds: readonly string[]): Promise<StockLevel[]> {
  return selectStockForSale(db, [...new Set(productIds)])
}
