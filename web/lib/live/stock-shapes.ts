import type { CatalogChange, StockLevel } from '@onhand/contract/stock-events'
import { isListOf, isMaybe, isObjectOf, isOneOf, isText, isWhole, type Shape } from '../shapes.ts'

/*
 * What the stream says, as the schemas of the contract have it, for the reader: every page starts it, and the schemas would
 * be most of its code. A test holds both to the same values.
 */

export const isStockLevel: Shape<StockLevel> = isObjectOf({
  productId: isText,
  stock: isWhole,
  version: isWhole,
})

export interface StockSnapshot {
  readonly stock: readonly StockLevel[]
  readonly catalogRevision?: number | undefined
}

export const isStockSnapshot = isObjectOf<StockSnapshot>({
  stock: isListOf(isStockLevel),
  catalogRevision: isMaybe(isWhole),
})

export const isStockChanges = isObjectOf({ changes: isListOf(isStockLevel) })

const isCatalogEvent = isOneOf('created', 'updated', 'withdrawn')

export const isCatalogChange: Shape<CatalogChange> = isObjectOf<CatalogChange>({
  productId: isText,
  change: isCatalogEvent,
  catalogRevision: isMaybe(isWhole),
})
