import type { MovementReason } from '@onhand/contract/stock-movements'
import type { Selectable } from 'kysely'

/** The ledger: one row for each change of stock, never changed and never erased. */
interface StockMovementsTable {
  /** Numbers the movements as they come. */
  id: number
  product_id: string
  /** The product's version that this movement made; versions of a product have no gap. */
  version: number
  /** Pieces that came (positive) or went (negative). */
  delta: number
  stock_after: number
  reason: MovementReason
  /** What it was done for: the id of an order, or what brought the goods. */
  cause: string
  /** Who did it: `shopper` where a sale is the cause, `shop` where nobody did, else an administrator's id. */
  actor: string
  /** What an administrator had to say about it. */
  note: string | null
  created_at: string
  /** The movement before it of the same product; null of the first. */
  previous_id: number | null
}

/** One row. */
interface CatalogRevisionTable {
  id: number
  /** How often what is said of products was changed. */
  revision: number
}

export type LedgerRow = Selectable<StockMovementsTable>

declare module '../database/tables.ts' {
  interface Tables {
    stock_movements: StockMovementsTable
    catalog_revision: CatalogRevisionTable
  }
}
