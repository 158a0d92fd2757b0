'use client'

import type { AdminProduct } from '@onhand/contract/catalog'
import type { StockLevel } from '@onhand/contract/stock-events'
import { useStockLevel } from '../../lib/live/use-stock.ts'

/** What there is of a product and since which change, live. */
export function useOnHand({ id, stock, version }: AdminProduct): StockLevel {
  return useStockLevel({ productId: id, stock, version })
}
