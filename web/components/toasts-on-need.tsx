'use client'

import { type ComponentType, useSyncExternalStore } from 'react'
import { areNoticesWaiting, dropNotices, onNoticeWaiting } from './notify.ts'
import { useOnNeed } from './use-on-need.ts'

/** The place of the page's notices. Most pages never show one, so its code comes with the first. */
export function ToastsOnNeed() {
  const wanted = useSyncExternalStore(onNoticeWaiting, areNoticesWaiting, () => false)
  const Toasts = useOnNeed(wanted, loadToasts, dropNotices)
  return Toasts && <Toasts />
}

/** For a page that will need them, perhaps when the connection is gone. */
export function preloadToasts(): void {
  loadToasts().catch(() => {})
}

async function loadToasts(): Promise<ComponentType> {
  return (await import('./toasts.tsx')).Toasts
}
