import { sharedStorage, type TextStorage } from './text-storage.ts'

const sessionKey = 'onhand-session'

interface SessionChange {
  /** False when another tab did it. */
  here: boolean
  /** Nobody signed out; the session was over. */
  over: boolean
}

/**
 * Who is signed in in this browser, as far as its pages know. The session itself is in a cookie that scripts cannot
 * read; this note beside it lets a guest's pages do without asking.
 */
export interface Session {
  /** The shopper's id; undefined for a guest. */
  shopper(): string | undefined
  begin(shopper: string): void
  end(how?: { over: boolean }): void
  /** Calls `listener` after every change, by whichever tab. */
  subscribe(listener: (change: SessionChange) => void): () => void
  /** Another tab may have changed it. */
  lookAgain(): void
}

export function createSession(storage: TextStorage): Session {
  const listeners = new Set<(change: SessionChange) => void>()
  let told = read()

  function read(): string | undefined {
    return storage.getItem(sessionKey) ?? undefined
  }

  function tell(change: SessionChange): void {
    const now = read()
    if (now === told) return
    told = now
    for (const listener of listeners) listener(change)
  }

  return {
    shopper: read,
    begin(shopper) {
      storage.setItem(sessionKey, shopper)
      tell({ here: true, over: false })
    },
    end({ over } = { over: false }) {
      storage.removeItem(sessionKey)
      tell({ here: true, over })
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    lookAgain: () => tell({ here: false, over: false }),
  }
}

/** Nobody is signed in where a page is rendered on the server. */
const nowhere: TextStorage = { getItem: () => null, setItem: () => {}, removeItem: () => {} }

export const session = createSession(typeof window === 'undefined' ? nowhere : sharedStorage)

/** Follows what other tabs do to the session. Returns a function that ends it. */
export function followSession(): () => void {
  const events = new AbortController()
  const { signal } = events
  addEventListener(
    'storage',
    ({ key }) => (key === sessionKey || key === null ? session.lookAgain() : undefined),
    {
      signal,
    },
  )
  // A page out of the back-forward cache has missed what happened meanwhile.
  addEventListener('pageshow', ({ persisted }) => persisted && session.lookAgain(), { signal })
  return () => events.abort()
}
