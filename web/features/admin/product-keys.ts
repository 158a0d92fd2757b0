import type { AdminProduct } from '@onhand/contract/catalog'
import type { QueryClient } from '@tanstack/react-query'
import { stock } from '../../lib/live/live-stock.ts'

export const productsKey = ['admin', 'products'] as const

export function productKey(id: string): readonly string[] {
  return ['admin', 'product', id]
}

export function movementsKey(id: string): readonly string[] {
  return ['admin', 'movements', id]
}

/** Lets every part of the room know what the shop just answered. */
export function learnProduct(queryClient: QueryClient, product: AdminProduct): void {
  stock.learn([{ productId: product.id, stock: product.stock, version: product.version }])
  queryClient.setQueryData(productKey(product.id), product)
  void queryClient.invalidateQueries({ queryKey: productsKey })
  void queryClient.invalidateQueries({ queryKey: movementsKey(product.id) })
}
