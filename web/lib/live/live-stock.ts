import { createCatalogChanges } from './catalog-changes.ts'
import { createLiveStatus } from './live-status.ts'
import { joinReader, type Member } from './member.ts'
import { type OpenSource, possibleSources, type Source } from './sources.ts'
import { createStockStore } from './stock-store.ts'

const watchEveryMs = 1_000

/** The stock as this page knows it, kept true by the stream. */
export const stock = createStockStore()
/** What the owner does to the products. */
export const catalogChanges = createCatalogChanges()
/** Whether the stream is up. */
export const liveStatus = createLiveStatus()

/** Keeps `stock` true for as long as the page is open. Returns a function that ends it. */
export function startLiveStock(): () => void {
  const sources = possibleSources()
  let joined: { member: Member; source: Source } | undefined

  /** By the best way that has not failed on this page. */
  function join(): void {
    const [open] = sources
    if (joined || !open) return
    const onFail = (): void => failed(open)
    const source = tryToOpen(open, onFail)
    if (!source) {
      onFail()
      return
    }
    const member = joinReader({
      channel: source.channel,
      store: stock,
      onStatus: liveStatus.tell,
      onLost: liveStatus.lose,
      onCatalog: catalogChanges.tell,
      onNoReader: source.takeOver,
    })
    joined = { member, source }
    member.show(stock.watched())
  }

  function failed(open: OpenSource): void {
    if (sources[0] !== open) return
    sources.shift()
    leave()
    join()
  }

  // A page that holds a lock or a stream may not enter the back-forward cache.
  function leave(): void {
    joined?.member.leave()
    joined?.source.leave()
    joined = undefined
    liveStatus.lose()
  }

  function comeBack(): void {
    if (!joined) join()
  }

  const wake = (): void => joined?.member.wake()
  const watcher = setInterval(() => isSeen() && joined?.member.watch(), watchEveryMs)
  const stopWatching = stock.onWatched(() => joined?.member.show(stock.watched()))
  const events = new AbortController()
  const { signal } = events
  addEventListener('pagehide', leave, { signal })
  addEventListener('pageshow', comeBack, { signal })
  document.addEventListener('freeze', leave, { signal })
  document.addEventListener('resume', comeBack, { signal })
  document.addEventListener('visibilitychange', () => isSeen() && wake(), { signal })
  addEventListener('online', wake, { signal })
  // From here on the wait for the first word counts.
  liveStatus.lose()
  join()

  return () => {
    events.abort()
    clearInterval(watcher)
    stopWatching()
    leave()
  }
}

function tryToOpen(open: OpenSource, onFail: () => void): Source | undefined {
  try {
    return open(onFail)
  } catch {
    // Such as a worker that the browser's settings forbid.
    return undefined
  }
}

function isSeen(): boolean {
  return document.visibilityState === 'visible'
}
