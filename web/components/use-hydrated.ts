'use client'

import { useSyncExternalStore } from 'react'

/** False in a page's HTML and until it has become alive. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    () => () => {},
    () => true,
    () => false,
  )
}
