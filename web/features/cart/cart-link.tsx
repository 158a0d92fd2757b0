'use client'

import { ShoppingBag } from 'lucide-react'
import Link from 'next/link'
import { useCart } from './cart-store.ts'
import { pieces } from './lines.ts'

/** The way to the cart, with the number of pieces in it. */
export function CartLink() {
  const count = useCart((state) => pieces(state.lines))
  return (
    <Link
      href="/cart"
      className="-mr-3 inline-flex min-h-11 items-center gap-2 rounded-control px-3 text-sm font-medium hover:bg-tile"
    >
      <ShoppingBag aria-hidden size={18} strokeWidth={1.75} />
      <span className="max-sm:sr-only">Cart</span>
      <span
        data-testid="cart-count"
        data-empty={count === 0}
        className="inline-grid h-6 min-w-6 place-items-center rounded-full bg-ink px-1.5 text-xs text-paper tabular-nums transition-colors data-[empty=true]:bg-tile data-[empty=true]:text-soft"
      >
        {count}
      </span>
      <span className="sr-only">{count === 1 ? 'piece' : 'pieces'}</span>
    </Link>
  )
}
