'use client'

import type { StockLevel } from '@onhand/contract/stock-events'
import { useCallback, useSyncExternalStore } from 'react'
import type { LiveStatus } from './live-status.ts'
import { catalogChanges, liveStatus, stock } from './live-stock.ts'
import { isNewer } from './stock-store.ts'

/** The newer of what the page was served with and what the stream has told since. */
export function useStockLevel(served: StockLevel): StockLevel {
  const subscribe = useCallback(
    (listener: () => void) => stock.subscribe(served.productId, listener),
    [served.productId],
  )
  const told = useSyncExternalStore(
    subscribe,
    () => stock.get(served.productId),
    () => undefined,
  )
  return told && isNewer(told, served) ? told : served
}

export function useLiveStatus(): LiveStatus {
  return useSyncExternalStore(liveStatus.subscribe, liveStatus.get, () => 'connecting')
}

/** True once the owner has taken the product from the shelves. */
export function useWithdrawn(productId: string): boolean {
  return useSyncExternalStore(
    catalogChanges.subscribe,
    () => catalogChanges.isWithdrawn(productId),
    () => false,
  )
}

/** Like `useStockLevel`, for several products at once. */
export function useStockLevels(served: readonly StockLevel[]): StockLevel[] {
  const productIds = served.map(({ productId }) => productId).join()
  const subscribe = useCallback(
    (listener: () => void) => {
      const stops = productIds
        .split(',')
        .filter(Boolean)
        .map((productId) => stock.subscribe(productId, listener))
      return () => {
        for (const stop of stops) stop()
      }
    },
    [productIds],
  )
  // One text for all versions: it changes exactly when one of these levels does.
  useSyncExternalStore(
    subscribe,
    () => served.map(({ productId }) => stock.get(productId)?.version ?? '').join(),
    () => '',
  )
  return served.map((level) => {
    const told = stock.get(level.productId)
    return told && isNewer(told, level) ? told : level
  })
}
