import type { CatalogNews } from '../../lib/live/catalog-changes.ts'
import { catalogChanges } from '../../lib/live/live-stock.ts'

/** All open pages are told of a change at once; what they then ask for is spread over this time. */
const spreadMs = 1_500

/**
 * Calls `act` a moment after the catalog changed, once for what falls into that moment, and while nobody looks at the
 * page not before somebody does. Returns a function that ends it.
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

  function actWhenSeen(): void {
    timer = undefined
    isDue = document.visibilityState !== 'visible'
    if (!isDue) act()
  }

  function actSoon(): void {
    timer ??= setTimeout(actWhenSeen, Math.random() * spreadMs)
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
