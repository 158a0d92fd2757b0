import type { Db } from '../database/database.ts'
import { selectWithdrawn } from './queries.ts'
import { isCatalogEvent, type StockFeed } from './stock-feed.ts'

/** The products that are not for sale, kept true for as long as the feed tells. */
export async function followWithdrawn(db: Db, feed: StockFeed): Promise<ReadonlySet<string>> {
  const withdrawn = new Set<string>()
  const heard = new Set<string>()
  // Before it is read: what is told meanwhile is newer.
  feed.subscribe(({ changes }) => {
    for (const { productId, change } of changes.filter(isCatalogEvent)) {
      heard.add(productId)
      if (change === 'withdrawn') withdrawn.add(productId)
      else withdrawn.delete(productId)
    }
  })
  for (const productId of await selectWithdrawn(db)) if (!heard.has(productId)) withdrawn.add(productId)
  return withdrawn
}
