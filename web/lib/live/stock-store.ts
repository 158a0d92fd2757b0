import type { StockLevel } from '@onhand/contract/stock-events'

/** What this browser knows of the stock: for each product the level with the highest version it was ever told. */
export interface StockStore {
  get(productId: string): StockLevel | undefined
  all(): StockLevel[]
  /** Takes in levels in any order, any number of times. */
  learn(levels: readonly StockLevel[]): void
  /** Calls `listener` when the level of this one product changes. */
  subscribe(productId: string, listener: () => void): () => void
  /** Calls `listener` when anything changes. */
  subscribeAll(listener: () => void): () => void
}

export function createStockStore(): StockStore {
  const levels = new Map<string, StockLevel>()
  const listeners = new Map<string, Set<() => void>>()
  const allListeners = new Set<() => void>()

  return {
    get: (productId) => levels.get(productId),
    all: () => [...levels.values()],
    learn(told) {
      const news = new Set<string>()
      for (const level of told) {
        if (!isNewer(level, levels.get(level.productId))) continue
        levels.set(level.productId, level)
        news.add(level.productId)
      }
      for (const productId of news) for (const listener of listeners.get(productId) ?? []) listener()
      if (news.size > 0) for (const listener of allListeners) listener()
    },
    subscribe(productId, listener) {
      const own = listeners.get(productId) ?? new Set()
      listeners.set(productId, own.add(listener))
      return () => {
        own.delete(listener)
        if (own.size === 0 && listeners.get(productId) === own) listeners.delete(productId)
      }
    },
    subscribeAll(listener) {
      allListeners.add(listener)
      return () => allListeners.delete(listener)
    },
  }
}

/** True when `level` was true later than `known`. */
export function isNewer(level: StockLevel, known: StockLevel | undefined): boolean {
  return known === undefined || level.version > known.version
}
