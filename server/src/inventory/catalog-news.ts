import type { CatalogChange } from '@onhand/contract/stock-events'

/** Where it is told that a product was created, changed or withdrawn. */
export interface CatalogNews {
  /** @param origin `elsewhere` for what another process did, which need not be passed on to it */
  publish(change: CatalogChange, origin?: Origin): void
  /** Calls `listener` with every later change until the returned function is called. */
  subscribe(listener: (change: CatalogChange, origin: Origin) => void): () => void
}

type Origin = 'here' | 'elsewhere'

export function createCatalogNews(): CatalogNews {
  const listeners = new Set<(change: CatalogChange, origin: Origin) => void>()
  return {
    publish(change, origin = 'here') {
      for (const listener of listeners) listener(change, origin)
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
