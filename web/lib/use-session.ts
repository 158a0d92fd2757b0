'use client'

import { useSyncExternalStore } from 'react'
import { session } from './session.ts'

/** The id of whoever is signed in; undefined for a guest, and while the page is not alive yet. */
export function useShopper(): string | undefined {
  return useSyncExternalStore(session.subscribe, session.shopper, () => undefined)
}
