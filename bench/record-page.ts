/** What a page has been seen to do since it was opened. */
export interface PageRecord {
  /** Layout shift of all kinds, added up, but for what a click or key has just asked for. */
  shift: number
  /** Stock figures that have changed. */
  moves: number
  /** Of each press of the mouse, from its slowest event (down, up, click) to the next paint, in milliseconds, as INP takes it. */
  pressesMs: Record<number, number>
  /** How many presses came to a click; what was painted within 16 ms after is not among those timed. */
  clicks: number
}

/** Runs in a page, before anything else of it. Needs nothing from outside: it is sent there as text. */
export function recordPage(): void {
  const record: PageRecord = { shift: 0, moves: 0, pressesMs: {}, clicks: 0 }
  Object.assign(globalThis, { record })
  const watch = (type: string, each: (entry: PerformanceEntry) => void, options: object = {}): void => {
    const observer = new PerformanceObserver((list) => list.getEntries().forEach(each))
    observer.observe({ type, buffered: true, ...options })
  }
  watch('layout-shift', (entry) => {
    const { value, hadRecentInput } = entry as PerformanceEntry & { value: number; hadRecentInput: boolean }
    if (!hadRecentInput) record.shift += value
  })
  const countClick = (): void => {
    record.clicks += 1
  }
  addEventListener('click', countClick, true)
  watch(
    'event',
    (entry) => {
      const { name, duration, interactionId: press } = entry as PerformanceEntry & { interactionId: number }
      if (!press || !['pointerdown', 'pointerup', 'click'].includes(name)) return
      record.pressesMs[press] = Math.max(duration, record.pressesMs[press] ?? 0)
    },
    { durationThreshold: 16 },
  )
  const counter = new MutationObserver((changes) => {
    record.moves += changes.length
  })
  counter.observe(document, { subtree: true, attributeFilter: ['data-stock'] })
}
