import type { StreamStatus } from './connection.ts'

/** Longer than this without a stream, and the page says that its stock may be behind. */
const behindAfterMs = 3_000

export type LiveStatus = 'live' | 'connecting' | 'offline'

export interface LiveStatusStore {
  get(): LiveStatus
  tell(status: StreamStatus): void
  subscribe(listener: () => void): () => void
}

/** `connecting` turns into `offline` by itself when it lasts. */
export function createLiveStatus(): LiveStatusStore {
  let status: LiveStatus = 'connecting'
  let timer: ReturnType<typeof setTimeout> | undefined
  const listeners = new Set<() => void>()

  function set(next: LiveStatus): void {
    if (next === status) return
    status = next
    for (const listener of listeners) listener()
  }

  return {
    get: () => status,
    tell(told) {
      if (told === 'live') {
        clearTimeout(timer)
        timer = undefined
        set('live')
      } else {
        timer ??= setTimeout(() => set('offline'), behindAfterMs)
        if (status === 'live') set('connecting')
      }
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
