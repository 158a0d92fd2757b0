import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { cartKey, formatCart, parseCart } from './cart-storage.ts'
import type { CartLines } from './lines.ts'

interface CartState {
  lines: CartLines
  /** False until the browser's storage was read; the server never knows the cart. */
  loaded: boolean
}

/** Where the cart is kept, shared by all tabs of a browser. */
export type CartKeeper = Pick<Storage, 'getItem' | 'setItem'>

/**
 * The cart. Every change starts from what all tabs share at that moment, so that two tabs that change different lines
 * both win, and of two that change the same line the later.
 */
export function createCart(keeper: () => CartKeeper) {
  const store = createStore<CartState>(() => ({ lines: [], loaded: false }))
  // Storage may be forbidden or full; then the cart lives as long as the page.
  let unkept = false

  function load(): void {
    store.setState({ lines: kept(), loaded: true })
  }

  function kept(): CartLines {
    try {
      if (!unkept) return parseCart(keeper().getItem(cartKey))
    } catch {
      unkept = true
    }
    return store.getState().lines
  }

  function change(edit: (lines: CartLines) => CartLines): void {
    const lines = edit(kept())
    try {
      keeper().setItem(cartKey, formatCart(lines))
    } catch {
      unkept = true
    }
    store.setState({ lines, loaded: true })
  }

  return { store, load, change, lines: () => store.getState().lines }
}

export const cart = createCart(() => localStorage)

/** Reads the kept cart and follows what other tabs do to it. Returns a function that ends it. */
export function followCart(): () => void {
  const events = new AbortController()
  const { signal } = events
  addEventListener(
    'storage',
    (event) => (event.key === cartKey || event.key === null ? cart.load() : undefined),
    {
      signal,
    },
  )
  // A page out of the back-forward cache has missed what happened meanwhile.
  addEventListener('pageshow', (event) => event.persisted && cart.load(), { signal })
  cart.load()
  return () => events.abort()
}

export function useCart<T>(select: (state: CartState) => T): T {
  return useStore(cart.store, select)
}
