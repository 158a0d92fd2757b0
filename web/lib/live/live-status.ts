import type { ReaderStatus } from './channel.ts'

/** Shorter than this, and a stream that came back is not worth a word. */
const graceMs = 1_000
/** Longer than this without news, and the page says that its stock may be behind. */
const behindAfterMs = 3_000

export type LiveStatus = 'live' | 'polling' | 'connecting' | 'offline'

export interface LiveStatusStore {
  get(): LiveStatus
  tell(status: ReaderStatus): void
  /** The page was away, and what it shows may be old: this is shown at once. */
  lose(): void
  subscribe(listener: () => void): () => void
}

/** What is lost turns into `connecting` a moment later, and into `offline` when it lasts. */
export function createLiveStatus(): LiveStatusStore {
  let status: LiveStatus = 'connecting'
  let timers: ReturnType<typeof setTimeout>[] = []
  const listeners = new Set<() => void>()

  function set(next: LiveStatus): void {
    if (next === status) return
    status = next
    for (const listener of listeners) listener()
  }

  function startWaiting(): void {
    if (timers.length > 0) return
    timers = [setTimeout(() => set('connecting'), graceMs), setTimeout(() => set('offline'), behindAfterMs)]
  }

  return {
    get: () => status,
    tell(told) {
      if (told === 'connecting') return startWaiting()
      for (const timer of timers.splice(0)) clearTimeout(timer)
      set(told)
    },
    lose() {
      startWaiting()
      if (status !== 'offline') set('connecting')
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
