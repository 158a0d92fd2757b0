import type { CatalogNews } from '../../lib/live/catalog-changes.ts'
import { catalogChanges } from '../../lib/live/live-stock.ts'

/** All open pages are told of a change at once; what they then ask for is spread over this time. */
const spreadMs = 1_500
/** A process that a change was not told of knows of it by then. */
const againMs = 2_000
/** A database that was put back to an older state never says what is waited for. */
const againMax = 3

/**
 * Calls `act` a moment after the catalog changed, once for what falls into that moment, and while nobody looks at the
 * page not before somebody does; again, when what is shown stays of an older state. Returns a function that ends it.
 *
 * @param since the state of the catalog that is shown: whatever was changed after it, and not told here, is acted on too
 * @param concerns says which of the changes that are told
 */
export function afterCatalogChanges(
  since: number,
  concerns: (changes: CatalogNews['changes']) => boolean,
  act: () => void,
): () => void {
  let seen = since
  let timer: ReturnType<typeof setTimeout> | undefined
  let isDue = false
  let againLeft = againMax

  function actWhenSeen(): void {
    timer = undefined
    isDue = document.visibilityState !== 'visible'
    if (isDue) return
    act()
    if (since >= catalogChanges.revision() || againLeft === 0) return
    againLeft -= 1
    actSoon(againMs)
  }

  function actSoon(notBeforeMs = 0): void {
    timer ??= setTimeout(actWhenSeen, notBeforeMs + Math.random() * spreadMs)
  }

  const stop = catalogChanges.subscribe(({ changes, from, to }) => {
    if (seen < from || concerns(changes)) actSoon()
    seen = Math.max(seen, to)
  })
  if (since < catalogChanges.revision()) actSoon()
  const onVisibility = (): void => {
    if (isDue) actWhenSeen()
  }
  document.addEventListener('visibilitychange', onVisibility)

  return () => {
    stop()
    clearTimeout(timer)
    document.removeEventListener('visibilitychange', onVisibility)
  }
}
