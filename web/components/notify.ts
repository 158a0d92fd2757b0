import type { ReactNode } from 'react'

export interface Notice {
  title: string
  description?: string
  /** A button or link at its end. Built with the way to close the notice. */
  action?: (close: () => void) => ReactNode
  /** A notice with the same id takes the place of the earlier one. */
  id?: string
  /** Stands until it is closed, for what takes longer to read. */
  lasting?: boolean
}

type Show = (notice: Notice) => void

/** What shows notices; its code is loaded with the first of them. */
let show: Show | undefined
const waiting: Notice[] = []
const listeners = new Set<() => void>()

/** Shows a short notice at the edge of the page and reads it out politely. */
export function notify(notice: Notice): void {
  if (show) {
    show(notice)
    return
  }
  waiting.push(notice)
  for (const listener of listeners) listener()
}

/** Takes over all notices, those that wait included. Returns a function that ends it. */
export function showNotices(shown: Show): () => void {
  show = shown
  for (const notice of waiting.splice(0)) shown(notice)
  return () => {
    show = undefined
  }
}

export function areNoticesWaiting(): boolean {
  return waiting.length > 0
}

export function onNoticeWaiting(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** They could not be shown; the next one tries again. */
export function dropNotices(): void {
  waiting.length = 0
  for (const listener of listeners) listener()
}
