'use client'

import { useSyncExternalStore } from 'react'
import { current, subscribe } from '../lib/announcements.ts'

/** The one place from which a page speaks to a screen reader by itself. */
export function Announcer() {
  const text = useSyncExternalStore(subscribe, current, () => '')
  return (
    <p role="status" aria-live="polite" data-testid="announcer" className="sr-only">
      {text}
    </p>
  )
}
