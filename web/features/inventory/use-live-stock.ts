'use client'

import type { Product } from '@onhand/contract/catalog'
import { useStockLevel } from '../../lib/live/use-stock.ts'

/** Pieces of a product that can be bought now, as far as this page knows. Changes by itself. */
export function useLiveStock(product: Pick<Product, 'id' | 'stock' | 'version'>): number {
  const { id, stock, version } = product
  return useStockLevel({ productId: id, stock, version }).stock
}
