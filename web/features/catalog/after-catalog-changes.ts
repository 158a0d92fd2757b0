import type { CatalogNews } from '../../lib/live/catalog-changes.ts'
import { catalogChanges } from '../../lib/live/live-stock.ts'

/** All open pages are told of a change at once; what they then ask for is spread over this time. */
const spreadMs = 1_500

/**
 * Calls `act` a moment after the catalog changed, once for what falls into that moment, and while nobody looks at the
 * page not before somebody does. Returns a function that ends it.
 *
 * @param concerns says of which news
 */
export function afterCatalogChanges(concerns: (news: CatalogNews) => boolean, act: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let isDue = false

  function actWhenSeen(): void {
    timer = undefined
    isDue = document.visibilityState !== 'visible'
    if (!isDue) act()
  }

  const stop = catalogChanges.subscribe((news) => {
    if (concerns(news)) timer ??= setTimeout(actWhenSeen, Math.random() * spreadMs)
  })
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
