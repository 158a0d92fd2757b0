let element: HTMLElement | null = null
const listeners = new Set<() => void>()

/** Names the dialog that is open, as a `ref`: what comes up meanwhile belongs inside it, where the keyboard is kept. */
export function nameTopLayer(dialog: HTMLElement | null): void {
  element = dialog
  for (const listener of listeners) listener()
}

export function topLayer(): HTMLElement | null {
  return element
}

export function onTopLayer(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
