'use client'

import { quantityMax } from '@onhand/contract/limits'
import Link from 'next/link'
import { useId } from 'react'
import { focusContent } from '../../components/focus-content.ts'
import { Price } from '../../components/price.tsx'
import { ProductPicture } from '../../components/product-picture.tsx'
import { QuantityField } from '../../components/quantity-field.tsx'
import { StockFigure } from '../inventory/stock-figure.tsx'
import { whyItStops } from './cart-words.ts'
import { removeLine, setQuantity } from './change-cart.tsx'
import { ShortageNote } from './shortage-note.tsx'
import type { CartEntry } from './use-cart-contents.ts'

/** One line of the cart: what, how many, what for. */
export function CartLineRow({ entry }: { entry: CartEntry }) {
  const { line, product, available } = entry
  const short = available !== undefined && available < line.quantity
  return (
    <li
      data-testid="cart-line"
      className="grid grid-cols-[88px_1fr] gap-4 border-line border-b py-6 sm:grid-cols-[128px_1fr] sm:gap-6"
    >
      <LinePicture entry={entry} />
      <div className="flex min-w-0 flex-col gap-3">
        <div className="flex items-start justify-between gap-4">
          <div className="min-w-0">
            <h2 className="text-xl text-pretty wrap-anywhere">
              {product ? (
                <Link
                  href={`/products/${product.slug}`}
                  className="hover:underline underline-offset-4 decoration-1"
                >
                  {line.name}
                </Link>
              ) : (
                line.name
              )}
            </h2>
            {product && (
              <p className="mt-1 text-sm text-soft">
                <Price amount={product.price} currency={product.currency} /> each
              </p>
            )}
          </div>
          {product && (
            <Price
              amount={product.price * line.quantity}
              currency={product.currency}
              className="font-medium"
            />
          )}
        </div>
        {product && !short && <StockFigure product={product} />}
        {short && <ShortageNote line={line} available={available} gone={entry.state === 'gone'} />}
        {entry.state === 'unreachable' && <p className="text-sm text-warn">Its price could not be loaded.</p>}
        {entry.state !== 'gone' && <LineControls entry={entry} />}
      </div>
    </li>
  )
}

function LinePicture({ entry: { line, product, state } }: { entry: CartEntry }) {
  if (state === 'loading') return <div className="skeleton aspect-square rounded-tile" />
  const picture = <ProductPicture image={product?.image ?? null} name={line.name} decorative eager />
  if (!product) return picture
  return (
    <Link href={`/products/${product.slug}`} tabIndex={-1} aria-hidden>
      {picture}
    </Link>
  )
}

function LineControls({ entry: { line, product, available } }: { entry: CartEntry }) {
  const whyId = useId()
  const max = Math.min(available ?? line.quantity, quantityMax)
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <QuantityField
        label={`Quantity of ${line.name}`}
        value={line.quantity}
        max={max}
        disabled={!product || available === 0}
        describedBy={whyId}
        onChange={(quantity) => setQuantity({ id: line.productId, name: line.name }, quantity)}
      />
      <button
        type="button"
        className="link min-h-6 text-sm text-soft hover:text-ink pointer-coarse:min-h-11"
        onClick={() => {
          removeLine(line)
          focusContent()
        }}
      >
        Remove<span className="sr-only"> {line.name}</span>
      </button>
      <p id={whyId} className="min-h-5 text-sm text-soft">
        {available !== undefined && line.quantity === max && whyItStops(available)}
      </p>
    </div>
  )
}
