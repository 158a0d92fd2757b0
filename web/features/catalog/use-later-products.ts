'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useEffectEvent, useState } from 'react'
import { listTexts } from '#messages/list.ts'
import { announce } from '../../lib/announcements.ts'
import { listProducts } from '../../lib/api-on-need.ts'
import { afterCatalogChanges } from './after-catalog-changes.ts'
import { forget, joined, recall, remember, type ServedPage } from './later-products.ts'
import { type ListFilter, listHref, listRequest, nextPageRequest } from './list-query.ts'
import { useNewerThan } from './use-newer-than.ts'

type State = 'resting' | 'loading' | 'failed'

/** The served products, and what is loaded behind them on demand. The address follows, so that a reload shows as many. */
export function useLaterProducts(filter: ListFilter, served: ServedPage) {
  const list = listHref(filter)
  const [later, setLater] = useState(() => recall(list))
  const [page, setPage] = useNewerThan(served)
  const [state, setState] = useState<State>('resting')
  const { products, nextCursor, catalogRevision } = joined(page, later)

  async function loadMore(): Promise<void> {
    if (nextCursor === null || state === 'loading') return
    setState('loading')
    try {
      const next = await listProducts(nextPageRequest(filter, nextCursor))
      const all = { ...next, products: [...products, ...next.products], catalogRevision }
      remember(list, all)
      setLater(all)
      setState('resting')
      announce('list', listTexts.moreShown(next.products.length))
    } catch {
      setState('failed')
    }
  }

  const shown = products.length
  useCatalogChanges(catalogRevision, async () => {
    const now = await listProducts(listRequest(filter, shown))
    forget(list)
    setLater(undefined)
    setPage(now)
    return now.total !== page.total
  })

  const extended = later !== undefined
  useEffect(() => {
    if (extended && isStillHere(list)) history.replaceState(history.state, '', listHref(filter, shown))
  }, [extended, shown, list, filter])

  return { products, total: page.total, more: nextCursor !== null, state, loadMore }
}

/** Reads the list anew once the owner has changed the catalog. */
function useCatalogChanges(since: number, read: () => Promise<boolean>): void {
  const router = useRouter()
  const readNow = useEffectEvent(async () => {
    const isAnotherCount = await read().catch(() => false)
    // The count above the list comes from the server, and so do the words for an empty one.
    if (isAnotherCount) router.refresh()
  })
  useEffect(
    () =>
      afterCatalogChanges(
        since,
        (changes) => changes.length > 0,
        () => void readNow(),
      ),
    [since],
  )
}

/** An answer may come when the shopper is on another page already. */
function isStillHere(list: string): boolean {
  const { pathname, searchParams } = new URL(location.href)
  searchParams.delete('show')
  return pathname === '/' && searchParams.toString() === new URL(list, location.href).searchParams.toString()
}
