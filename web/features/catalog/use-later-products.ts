'use client'

import type { ProductPage } from '@onhand/contract/catalog'
import { useEffect, useState } from 'react'
import { announce } from '../../lib/announcements.ts'
import { joined, recall, remember } from './later-products.ts'
import { type ListFilter, listHref, nextPageRequest } from './list-query.ts'

type State = 'resting' | 'loading' | 'failed'

/** The served products, and what is loaded behind them on demand. The address follows, so that a reload shows as many. */
export function useLaterProducts(filter: ListFilter, page: ProductPage) {
  const list = listHref(filter)
  const [later, setLater] = useState(() => recall(list))
  const [state, setState] = useState<State>('resting')
  const { products, nextCursor } = joined(page, later)

  async function loadMore(): Promise<void> {
    if (nextCursor === null || state === 'loading') return
    setState('loading')
    try {
      const { listProducts } = await import('../../lib/api.ts')
      const next = await listProducts(nextPageRequest(filter, nextCursor))
      const all = { products: [...products, ...next.products], nextCursor: next.nextCursor }
      remember(list, all)
      setLater(all)
      setState('resting')
      announce('list', `${next.products.length} more shown.`)
    } catch {
      setState('failed')
    }
  }

  const shown = products.length
  const extended = later !== undefined
  useEffect(() => {
    if (extended && isStillHere(list)) history.replaceState(history.state, '', listHref(filter, shown))
  }, [extended, shown, list, filter])

  return { products, more: nextCursor !== null, state, loadMore }
}

/** An answer may come when the shopper is on another page already. */
function isStillHere(list: string): boolean {
  const { pathname, searchParams } = new URL(location.href)
  searchParams.delete('show')
  return pathname === '/' && searchParams.toString() === new URL(list, location.href).searchParams.toString()
}
