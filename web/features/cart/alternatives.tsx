'use client'

import type { Product } from '@onhand/contract/catalog'
import { cartTexts } from '#messages/cart.ts'
import { Link } from '../../components/link.tsx'
import { Price } from '../../components/price.tsx'
import { ProductPicture } from '../../components/product-picture.tsx'
import { StockFigure } from '../inventory/stock-figure.tsx'
import { useLiveStock } from '../inventory/use-live-stock.ts'
import { swapLine } from './change-cart.tsx'
import { focusInstead } from './focus-beside.ts'
import { useAlternatives } from './use-alternatives.ts'
import type { CartEntry } from './use-cart-contents.ts'

interface AlternativesProps {
  entry: CartEntry
  onLeave: (() => void) | undefined
}

/** What else there is, in the place of a line that is sold out. */
export function Alternatives({ entry, onLeave }: AlternativesProps) {
  const products = useAlternatives(entry)
  if (products.length === 0) return null
  return (
    <section aria-label={cartTexts.insteadOf(entry.line.name)} className="flex flex-col gap-2">
      <p className="text-sm text-soft">
        {entry.product ? cartTexts.alsoInStock(entry.product.category) : cartTexts.inStockInstead}
      </p>
      <ul className="flex flex-col gap-2">
        {products.map((product) => (
          <Alternative key={product.id} product={product} entry={entry} onLeave={onLeave} />
        ))}
      </ul>
    </section>
  )
}

function Alternative({ product, entry: { line }, onLeave }: AlternativesProps & { product: Product }) {
  const stock = useLiveStock(product)
  return (
    <li className="grid grid-cols-[48px_1fr_auto] items-center gap-3">
      <ProductPicture image={product.image} name={product.name} decorative className="rounded-control" />
      <div className="@container min-w-0">
        <p className="text-sm wrap-anywhere">
          <Link
            href={`/products/${product.slug}`}
            {...(onLeave && { onNavigate: onLeave })}
            className="link font-medium"
          >
            {product.name}
          </Link>
        </p>
        <div className="flex flex-col gap-x-3 @min-[12rem]:flex-row @min-[12rem]:items-center">
          <Price amount={product.price} currency={product.currency} className="text-sm text-soft" />
          <StockFigure product={product} />
        </div>
      </div>
      <button
        type="button"
        disabled={stock === 0}
        aria-label={cartTexts.swapLine(line.name, product.name)}
        className="min-h-9 rounded-control border border-line-strong px-3 text-sm font-medium transition-colors hover:border-ink hover:bg-raised active:bg-tile disabled:border-line disabled:text-soft pointer-coarse:min-h-11"
        onClick={({ currentTarget }) => {
          focusInstead(currentTarget)
          swapLine(line, product, stock)
        }}
      >
        {cartTexts.swap}
      </button>
    </li>
  )
}
