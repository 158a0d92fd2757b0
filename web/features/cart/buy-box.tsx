'use client'

import type { Product } from '@onhand/contract/catalog'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { buyingTexts } from '#messages/buying.ts'
import { Price } from '../../components/price.tsx'
import { StockFigure } from '../inventory/stock-figure.tsx'
import { AddToCart } from './add-to-cart.tsx'

/** The page's header stands in front of what is scrolled under it. */
const headerPx = 64

/** What a product is bought with; on a phone it comes up at the bottom of the window when it is out of sight. */
export function BuyBox({ product }: { product: Product }) {
  const place = useRef<HTMLDivElement>(null)
  const isOut = useOutOfSight(place)
  useEffect(() => {
    const root = document.documentElement
    root.toggleAttribute('data-buy-bar', isOut)
    return () => root.removeAttribute('data-buy-bar')
  }, [isOut])
  return (
    <>
      <div ref={place}>
        <AddToCart product={product} size="medium" />
      </div>
      <Bar shown={isOut} label={buyingTexts.buy(product.name)}>
        <div className="flex items-center justify-between gap-4">
          <p className="min-w-0 truncate font-display text-lg">{product.name}</p>
          <Price amount={product.price} currency={product.currency} className="flex-none" />
        </div>
        <StockFigure product={product} />
        <AddToCart product={product} />
      </Bar>
    </>
  )
}

function Bar({ shown, label, children }: { shown: boolean; label: string; children: ReactNode }) {
  return (
    <aside
      aria-label={label}
      data-shown={shown}
      className="buy-bar fixed inset-x-0 bottom-0 z-20 flex flex-col gap-1 border-line border-t bg-paper px-4 pt-2 pb-[max(12px,env(safe-area-inset-bottom))] md:hidden"
    >
      {shown && children}
    </aside>
  )
}

/** True while the shopper has scrolled past it. */
function useOutOfSight(place: { current: HTMLElement | null }): boolean {
  const [isOut, setOut] = useState(false)
  useEffect(() => {
    if (!place.current) return
    const watcher = new IntersectionObserver(
      (entries) => {
        // Several changes may be told at once, the oldest first.
        const entry = entries.at(-1)
        if (entry) setOut(!entry.isIntersecting)
      },
      { rootMargin: `-${headerPx}px 0px 0px` },
    )
    watcher.observe(place.current)
    return () => watcher.disconnect()
  }, [place])
  return isOut
}
