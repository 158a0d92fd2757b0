import type { StockLevel } from '@onhand/contract/stock-events'

/** How long a page may take to show what it shows. */
const settleMs = 20

/** What this browser knows of the stock: for each product the level with the highest version it was ever told. */
export interface StockStore {
  get(productId: string): StockLevel | undefined
  /** Takes in levels in any order, any number of times. */
  learn(levels: readonly StockLevel[]): void
  /** Calls `listener` when the level of this one product changes. */
  subscribe(productId: string, listener: () => void): () => void
  /** The products that somebody has subscribed to: those that the page shows. */
  watched(): string[]
  /** Calls `listener` a moment after these have become others. */
  onWatched(listener: () => void): () => void
}

export function createStockStore(): StockStore {
  const levels = new Map<string, StockLevel>()
  const listeners = new Map<string, Set<() => void>>()
  const watchListeners = new Set<() => void>()
  let toTell: ReturnType<typeof setTimeout> | undefined

  /** A page that is replaced by another unsubscribes and subscribes many times over. */
  function tellWatched(): void {
    clearTimeout(toTell)
    toTell = setTimeout(() => {
      for (const listener of watchListeners) listener()
    }, settleMs)
  }

  return {
    get: (productId) => levels.get(productId),
    learn(told) {
      const news = new Set<string>()
      for (const level of told) {
        if (!isNewer(level, levels.get(level.productId))) continue
        levels.set(level.productId, level)
        news.add(level.productId)
      }
      for (const productId of news) for (const listener of listeners.get(productId) ?? []) listener()
    },
    subscribe(productId, listener) {
      const own = listeners.get(productId) ?? new Set()
      if (own.size === 0) tellWatched()
      listeners.set(productId, own.add(listener))
      return () => {
        own.delete(listener)
        if (own.size > 0 || listeners.get(productId) !== own) return
        listeners.delete(productId)
        tellWatched()
      }
    },
    watched: () => [...listeners.keys()],
    onWatched(listener) {
      watchListeners.add(listener)
      return () => watchListeners.delete(listener)
    },
  }
}

/** True when `level` was true later than `known`. */
export function isNewer(level: StockLevel, known: StockLevel | undefined): boolean {
  return known === undefined || level.version > known.version
}
