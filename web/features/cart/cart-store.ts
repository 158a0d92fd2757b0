import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { cartKey, formatCart, type Kept, parseCart, type StoredCart } from './cart-storage.ts'
import type { CartLines } from './lines.ts'

interface CartState extends StoredCart {
  /** False until the browser's storage was read; where a page is rendered, nobody knows the cart. */
  loaded: boolean
}

/** Where the cart is kept, shared by all tabs of a browser. */
export type CartKeeper = Pick<Storage, 'getItem' | 'setItem'>

export type Cart = ReturnType<typeof createCart>

/**
 * The cart. Every change starts from what all tabs share at that moment, so that two tabs that change different lines
 * both win, and of two that change the same line the later.
 */
export function createCart(keeper: () => CartKeeper) {
  const store = createStore<CartState>(() => ({ lines: [], loaded: false }))
  const listeners = new Set<() => void>()
  // Storage may be forbidden or full; then the cart lives as long as the page.
  let unkept = false

  function load(): void {
    store.setState({ ...read(), loaded: true }, true)
  }

  function read(): StoredCart {
    try {
      if (!unkept) return parseCart(keeper().getItem(cartKey))
    } catch {
      unkept = true
    }
    const { lines, kept } = store.getState()
    return { lines, kept }
  }

  /** Without whose it is, it is a guest's. */
  function replace(lines: CartLines, kept?: Kept): void {
    const cart: StoredCart = { lines, ...(kept && { kept }) }
    try {
      keeper().setItem(cartKey, formatCart(cart))
    } catch {
      unkept = true
    }
    store.setState({ ...cart, loaded: true }, true)
  }

  return {
    store,
    load,
    read,
    replace,
    lines: () => store.getState().lines,
    /** A change by the shopper, on this page. */
    change(edit: (lines: CartLines) => CartLines): void {
      const { lines, kept } = read()
      replace(edit(lines), kept?.state === 'same' ? { ...kept, state: 'changed' } : kept)
      for (const listener of listeners) listener()
    },
    /** Calls `listener` after every change by the shopper on this page. Returns a function that ends it. */
    onChange(listener: () => void): () => void {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
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
