'use client'

import { ShoppingBag } from 'lucide-react'
import { usePathname } from 'next/navigation'
import type { MouseEvent } from 'react'
import { buyingTexts } from '#messages/buying.ts'
import { Link } from '../../components/link.tsx'
import { openCartDrawer } from './cart-drawer-state.ts'
import { useCart } from './cart-store.ts'
import { markWords } from './cart-words.ts'
import { pieces } from './lines.ts'

/** Whoever looks at the whole cart already is led to its page. */
const wholeCart = ['/cart', '/checkout']

/** The way to the cart, with the number of pieces in it. Opens it beside the page, and is a link for all who want one. */
export function CartLink() {
  const opensDrawer = !wholeCart.includes(usePathname())
  const inCart = useCart((state) => pieces(state.lines))
  return (
    <Link
      href="/cart"
      {...(opensDrawer && {
        prefetch: false,
        'aria-haspopup': 'dialog',
        onClick: openInstead,
      })}
      className="relative -mr-3 inline-flex min-h-11 min-w-11 items-center justify-center gap-2 rounded-control px-3 text-sm font-medium transition-colors hover:bg-tile active:bg-line"
    >
      <ShoppingBag aria-hidden size={18} strokeWidth={1.75} />
      <span className="max-sm:sr-only">{buyingTexts.cart}</span>
      <span
        aria-hidden
        data-testid="cart-count"
        data-empty={inCart === 0}
        className="inline-grid h-6 min-w-6 place-items-center rounded-full bg-ink px-1.5 text-xs text-paper tabular-nums transition-colors data-[empty=true]:bg-tile data-[empty=true]:text-soft max-sm:absolute max-sm:top-0.5 max-sm:left-1/2 max-sm:-ml-1 max-sm:h-5 max-sm:min-w-5 max-sm:px-1 max-sm:data-[empty=true]:hidden"
      >
        {markWords(inCart)}
      </span>
      <span className="sr-only">{buyingTexts.pieces(inCart)}</span>
    </Link>
  )
}

function openInstead(event: MouseEvent<HTMLAnchorElement>): void {
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
  event.preventDefault()
  openCartDrawer(event.currentTarget)
}
