import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'

interface Added {
  readonly productId: string
  readonly words: string
}

interface CartDrawerState {
  open: boolean
  /** What was just put into the cart, to be said on top for as long as it is there. */
  added: Added | undefined
  /** Gets the focus back. */
  opener: HTMLElement | undefined
}

const closed: CartDrawerState = { open: false, added: undefined, opener: undefined }
const store = createStore<CartDrawerState>(() => closed)

/** Shows the cart beside the page, once the answer to the press itself is painted: the drawer is a lot to draw. */
export function openCartDrawer(opener: HTMLElement, added?: Added): void {
  requestAnimationFrame(() => setTimeout(() => store.setState({ open: true, added, opener })))
}

/** Its opener is kept until it is gone from sight, to get the focus back. */
export function closeCartDrawer(): void {
  store.setState({ open: false })
}

/** The address changed: the focus goes with the page, and not back to what opened the drawer. */
export function leaveCartDrawer(): void {
  store.setState({ open: false, opener: undefined })
}

export function openerOfCartDrawer(): HTMLElement | undefined {
  return store.getState().opener
}

export function useCartDrawer<T>(select: (state: CartDrawerState) => T): T {
  return useStore(store, select)
}
