import { openStockStream } from '../api.ts'
import { createLiveStatus } from './live-status.ts'
import { joinStockStream, type SharedStream, type SharedStreamOptions } from './shared-stream.ts'
import { createStockStore } from './stock-store.ts'

const watchEveryMs = 1_000

/** The stock as this page knows it, kept true by the stream. */
export const stock = createStockStore()
/** Whether the stream is up. */
export const liveStatus = createLiveStatus()

/** Keeps `stock` true for as long as the page is open. Returns a function that ends it. */
export function startLiveStock(): () => void {
  let stream: SharedStream | undefined
  const join = (): void => {
    stream ??= joinStockStream({
      store: stock,
      open: openStockStream,
      onStatus: liveStatus.tell,
      sharing: sharing(),
    })
  }
  // A page that holds a lock or a stream may not enter the back-forward cache.
  const leave = (): void => {
    stream?.leave()
    stream = undefined
    liveStatus.tell('connecting')
  }
  const wake = (): void => {
    if (document.visibilityState === 'visible') stream?.wake()
  }
  const watcher = setInterval(() => {
    if (document.visibilityState === 'visible') stream?.watch()
  }, watchEveryMs)
  const events = new AbortController()
  const { signal } = events
  addEventListener('pagehide', leave, { signal })
  addEventListener('pageshow', join, { signal })
  document.addEventListener('freeze', leave, { signal })
  document.addEventListener('resume', join, { signal })
  document.addEventListener('visibilitychange', wake, { signal })
  // A page in the background may hold the stream that a page in sight listens to.
  addEventListener('online', () => stream?.wake(), { signal })
  addEventListener('offline', () => stream?.reconnect(), { signal })
  join()

  return () => {
    events.abort()
    clearInterval(watcher)
    leave()
  }
}

function sharing(): SharedStreamOptions['sharing'] {
  if (!('locks' in navigator) || typeof BroadcastChannel === 'undefined') return undefined
  return { locks: navigator.locks, channel: new BroadcastChannel('onhand-stock') }
}
