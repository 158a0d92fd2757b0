'use client'

import type { Product } from '@onhand/contract/catalog'
import { type MouseEvent, type ReactNode, useEffect, useRef } from 'react'
import { listTexts } from '#messages/list.ts'
import { ButtonLink } from '../../components/button.tsx'
import type { ServedPage } from './later-products.ts'
import { type ListFilter, listHref, listPageSize } from './list-query.ts'
import { ProductCard } from './product-card.tsx'
import { useLaterProducts } from './use-later-products.ts'

/** Cards whose picture is in sight at once on a wide screen. */
const eagerCards = 4

interface ProductGridProps {
  filter: ListFilter
  /** The first page, as it was served. */
  page: ServedPage
  renderAction: (product: Product) => ReactNode
}

/** The list, and more of it on demand. */
export function ProductGrid({ filter, page, renderAction }: ProductGridProps) {
  const { products, total, more, state, loadMore } = useLaterProducts(filter, page)
  const { list, expect } = useFocusOnFirstNew(products.length)
  return (
    <>
      <ul
        ref={list}
        className="grid grid-cols-2 gap-x-4 gap-y-10 max-[18rem]:grid-cols-1 sm:gap-x-6 md:grid-cols-3 lg:gap-x-8 lg:gap-y-14 xl:grid-cols-4"
      >
        {products.map((product, index) => (
          <li key={product.id}>
            <ProductCard product={product} action={renderAction(product)} eager={index < eagerCards} />
          </li>
        ))}
      </ul>
      {more && (
        <More
          href={listHref(filter, products.length + listPageSize)}
          shown={products.length}
          total={total}
          state={state}
          onMore={() => {
            expect()
            void loadMore()
          }}
        />
      )}
    </>
  )
}

/** Takes the focus from the button, which is far below or gone when more has come, to the first product that is new. */
function useFocusOnFirstNew(shown: number) {
  const list = useRef<HTMLUListElement>(null)
  const firstNew = useRef<number>(undefined)
  useEffect(() => {
    const index = firstNew.current
    if (index === undefined || shown <= index) return
    firstNew.current = undefined
    // Whoever has gone on to something else meanwhile is left there.
    const isStillAtButton =
      document.activeElement?.closest('[data-more]') || document.activeElement === document.body
    if (isStillAtButton) list.current?.children[index]?.querySelector('a')?.focus({ preventScroll: true })
  }, [shown])
  return {
    list,
    expect: () => {
      firstNew.current = shown
    },
  }
}

interface MoreProps {
  /** Where more stands for those without JavaScript. */
  href: string
  shown: number
  total: number | undefined
  state: 'resting' | 'loading' | 'failed'
  onMore: () => void
}

function More({ href, shown, total, state, onMore }: MoreProps) {
  function load(event: MouseEvent): void {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    onMore()
  }
  return (
    <div data-more className="mt-16 flex flex-col items-center gap-4 border-line border-t pt-8">
      {total !== undefined && (
        <p className="text-sm text-soft tabular-nums">{listTexts.shownOf(shown, total)}</p>
      )}
      <ButtonLink
        href={href}
        look="quiet"
        prefetch={false}
        scroll={false}
        aria-disabled={state === 'loading'}
        onClick={load}
        className="min-w-44"
      >
        {state === 'loading' && <span aria-hidden className="spinner" />}
        {state === 'loading' ? listTexts.loading : listTexts.showMore}
      </ButtonLink>
      {state === 'failed' && (
        <p role="alert" className="text-sm text-warn">
          {listTexts.moreFailed}
        </p>
      )}
    </div>
  )
}
