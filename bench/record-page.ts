/** What a page has been seen to do since it was opened. */
export interface PageRecord {
  /** Layout shift of all kinds, added up, but for what a click or key has just asked for. */
  shift: number
  /** Stock figures that have changed. */
  moves: number
  /** From each press of the mouse to the next paint, in milliseconds. */
  clicksMs: number[]
}

/** Runs in a page, before anything else of it. Needs nothing from outside: it is sent there as text. */
export function recordPage(): void {
  const record: PageRecord = { shift: 0, moves: 0, clicksMs: [] }
  Object.assign(globalThis, { record })
  const watch = (type: string, each: (entry: PerformanceEntry) => void, options: object = {}): void => {
    const observer = new PerformanceObserver((list) => list.getEntries().forEach(each))
    observer.observe({ type, buffered: true, ...options })
  }
  watch('layout-shift', (entry) => {
    const { value, hadRecentInput } = entry as PerformanceEntry & { value: number; hadRecentInput: boolean }
    if (!hadRecentInput) record.shift += value
  })
  watch('event', ({ name, duration }) => void (name === 'click' && record.clicksMs.push(duration)), {
    durationThreshold: 16,
  })
  const counter = new MutationObserver((changes) => {
    record.moves += changes.length
  })
  counter.observe(document, { subtree: true, attributeFilter: ['data-stock'] })
}
