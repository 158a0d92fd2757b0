'use client'

import type { Product } from '@onhand/contract/catalog'
import { quantityMax } from '@onhand/contract/limits'
import { useId, useState } from 'react'
import { buyingTexts } from '#messages/buying.ts'
import { Button } from '../../components/button.tsx'
import { classNames } from '../../components/class-names.ts'
import { QuantityField } from '../../components/quantity-field.tsx'
import { useWithdrawn } from '../../lib/live/use-stock.ts'
import { useLiveStock } from '../inventory/use-live-stock.ts'
import { openCartDrawer } from './cart-drawer-state.ts'
import { addedWords, whyItStops } from './cart-words.ts'
import { addToCart } from './change-cart.tsx'

interface AddToCartProps {
  product: Product
  size?: 'small' | 'medium'
  /** Quiet where many stand side by side. */
  look?: 'primary' | 'quiet'
}

/** Quantity and button. Bounded by the live stock; at 0 it says so and does nothing. */
export function AddToCart({ product, size = 'small', look = 'primary' }: AddToCartProps) {
  const stock = useLiveStock(product)
  const withdrawn = useWithdrawn(product.id)
  const [chosen, setChosen] = useState<number>()
  const whyId = useId()
  const max = Math.min(stock, quantityMax)
  const quantity = Math.max(1, Math.min(chosen ?? 1, max))
  const soldOut = stock === 0
  const atMax = !soldOut && chosen !== undefined && chosen >= max

  return (
    <div className="@container relative noscript:hidden">
      <div className="flex flex-col gap-2 @min-[15rem]:flex-row">
        <QuantityField
          label={buyingTexts.quantityOf(product.name)}
          value={quantity}
          max={max}
          disabled={soldOut}
          describedBy={whyId}
          onChange={setChosen}
          size={size}
        />
        <Button
          look={look}
          size={size}
          disabled={soldOut}
          data-testid="add-to-cart"
          className={classNames(
            '@min-[15rem]:flex-1',
            !withdrawn && 'whitespace-nowrap',
            size === 'small' && 'px-3',
          )}
          onClick={({ currentTarget }) => {
            const added = addToCart(product, quantity, stock)
            setChosen(undefined)
            if (added === 0) return
            const words = addedWords(product.name, added, quantity, stock)
            openCartDrawer(currentTarget, { productId: product.id, words })
          }}
        >
          {withdrawn ? buyingTexts.noLongerSold : soldOut ? buyingTexts.soldOut : buyingTexts.addToCart}
          <span className="sr-only">: {product.name}</span>
        </Button>
      </div>
      {/* Stands in the gap below, so that nothing moves when it appears. */}
      <p id={whyId} className="absolute inset-x-0 top-full pt-0.5 text-xs text-soft">
        {atMax && whyItStops(stock)}
      </p>
    </div>
  )
}
