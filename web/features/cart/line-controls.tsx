'use client'

import { quantityMax } from '@onhand/contract/limits'
import { useId } from 'react'
import { buyingTexts } from '#messages/buying.ts'
import { cartTexts } from '#messages/cart.ts'
import { QuantityField } from '../../components/quantity-field.tsx'
import { whyItStops } from './cart-words.ts'
import { removeLine, setQuantity } from './change-cart.tsx'
import { focusBeside } from './focus-beside.ts'
import type { CartEntry } from './use-cart-contents.ts'

/** How many of a line, or none any more. */
export function LineControls({ entry: { line, product, available } }: { entry: CartEntry }) {
  const whyId = useId()
  const max = Math.min(available ?? line.quantity, quantityMax)
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <QuantityField
        label={buyingTexts.quantityOf(line.name)}
        value={line.quantity}
        max={max}
        disabled={!product || available === 0}
        describedBy={whyId}
        onChange={(quantity) => setQuantity({ id: line.productId, name: line.name }, quantity)}
      />
      <button
        type="button"
        aria-label={cartTexts.removeLine(line.name)}
        className="link min-h-6 rounded-sm text-sm text-soft transition-colors hover:text-ink active:text-ink pointer-coarse:min-h-11"
        onClick={({ currentTarget }) => {
          focusBeside(currentTarget)
          removeLine(line)
        }}
      >
        {cartTexts.remove}
      </button>
      <p id={whyId} className="min-h-5 text-sm text-soft">
        {available !== undefined && line.quantity === max && whyItStops(available)}
      </p>
    </div>
  )
}
