'use client'

import type { MouseEvent, ReactNode } from 'react'

/** A chip goes with its condition; the focus is taken to the count, which stands before the chips that are left. */
export function ChipList({ label, children }: { label: string; children: ReactNode }) {
  function focusCount({ target, currentTarget: list, metaKey, ctrlKey, shiftKey }: MouseEvent): void {
    // In another tab: nothing goes here.
    if (metaKey || ctrlKey || shiftKey) return
    const count = list.previousElementSibling
    if (target instanceof Element && target.closest('a') && count instanceof HTMLElement) {
      count.focus({ preventScroll: true })
    }
  }
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a link that is followed by the keyboard is clicked too
    <ul aria-label={label} onClick={focusCount} className="flex flex-wrap items-center gap-2">
      {children}
    </ul>
  )
}
