'use client'

import type { Product } from '@onhand/contract/catalog'
import { quantityMax } from '@onhand/contract/limits'
import { useState } from 'react'
import { Button } from '../../components/button.tsx'
import { classNames } from '../../components/class-names.ts'
import { QuantityField } from '../../components/quantity-field.tsx'
import { useLiveStock } from '../inventory/use-live-stock.ts'
import { addToCart } from './change-cart.tsx'

interface AddToCartProps {
  product: Product
  size?: 'small' | 'medium'
}

/** Quantity and button. Bounded by the live stock; at 0 it says so and does nothing. */
export function AddToCart({ product, size = 'small' }: AddToCartProps) {
  const stock = useLiveStock(product)
  const [chosen, setChosen] = useState(1)
  const max = Math.min(stock, quantityMax)
  const quantity = Math.max(1, Math.min(chosen, max))
  const soldOut = stock === 0

  return (
    <div className="@container">
      <div className="flex flex-col gap-2 @min-[15rem]:flex-row">
        <QuantityField
          label={`Quantity of ${product.name}`}
          value={quantity}
          max={max}
          disabled={soldOut}
          onChange={setChosen}
          size={size}
        />
        <Button
          size={size}
          disabled={soldOut}
          data-testid="add-to-cart"
          className={classNames('whitespace-nowrap @min-[15rem]:flex-1', size === 'small' && 'px-3')}
          onClick={() => {
            addToCart(product, quantity, stock)
            setChosen(1)
          }}
        >
          {soldOut ? 'Sold out' : 'Add to cart'}
          <span className="sr-only">: {product.name}</span>
        </Button>
      </div>
    </div>
  )
}
