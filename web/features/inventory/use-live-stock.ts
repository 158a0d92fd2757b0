'use client'

import type { Product } from '@onhand/contract/catalog'
import { useStockLevel, useWithdrawn } from '../../lib/live/use-stock.ts'

/** Pieces of a product that can be bought now, as far as this page knows; 0 of one that was withdrawn. Changes by itself. */
export function useLiveStock(product: Pick<Product, 'id' | 'stock' | 'version'>): number {
  const { id, stock, version } = product
  const level = useStockLevel({ productId: id, stock, version })
  return useWithdrawn(id) ? 0 : level.stock
}
