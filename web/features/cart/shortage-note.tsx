'use client'

import { CircleAlert } from 'lucide-react'
import { useEffect } from 'react'
import { cartTexts } from '#messages/cart.ts'
import { announce } from '../../lib/announcements.ts'
import { takeWhatIsLeft } from './change-cart.tsx'
import { focusBeside, focusWithin } from './focus-beside.ts'
import type { CartLine } from './lines.ts'

interface ShortageNoteProps {
  line: CartLine
  available: number
  gone: boolean
}

/** Says that a line asks for more than there is, and mends it with one click. */
export function ShortageNote({ line, available, gone }: ShortageNoteProps) {
  const { productId, name, quantity } = line
  const words = gone
    ? cartTexts.noLongerSold
    : available === 0
      ? cartTexts.soldOutSince
      : cartTexts.onlyLeft(available, quantity)
  useEffect(() => {
    announce(`cart-line-${productId}`, cartTexts.inYourCart(name, words))
  }, [productId, name, words])
  return (
    <div
      data-testid="shortage"
      className="flex gap-2 rounded-control bg-warn-tint px-3 py-2 text-sm text-warn"
    >
      <CircleAlert aria-hidden size={16} className="mt-1.5 flex-none" />
      <div className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1">
        <span className="py-1 font-medium">{words}</span>
        <button
          type="button"
          className="min-h-7 rounded-control border border-current px-2.5 font-medium transition-colors hover:bg-warn hover:text-paper active:translate-y-px pointer-coarse:min-h-11"
          onClick={({ currentTarget }) => {
            if (available === 0) focusBeside(currentTarget)
            else focusWithin(currentTarget)
            takeWhatIsLeft(new Map([[productId, available]]))
          }}
        >
          {available === 0 ? cartTexts.removeIt : cartTexts.take(available)}
          <span className="sr-only">: {name}</span>
        </button>
      </div>
    </div>
  )
}
