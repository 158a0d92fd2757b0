'use client'

import { cartTexts } from '#messages/cart.ts'
import { classNames } from '../../components/class-names.ts'
import { Link } from '../../components/link.tsx'
import { Price } from '../../components/price.tsx'
import { ProductPicture } from '../../components/product-picture.tsx'
import { price } from '../../lib/locale.ts'
import { StockFigure } from '../inventory/stock-figure.tsx'
import { Alternatives } from './alternatives.tsx'
import { LineControls } from './line-controls.tsx'
import { nothingYet } from './nothing-yet.ts'
import { ShortageNote } from './shortage-note.tsx'
import { type CartEntry, piecesToHave } from './use-cart-contents.ts'

interface CartLineRowProps {
  entry: CartEntry
  /** For the drawer, where there is less room. */
  compact?: boolean
  /** Called when the shopper follows a link in it. */
  onLeave?: () => void
}

/** One line of the cart: what, how many, what for. */
export function CartLineRow({ entry, compact = false, onLeave }: CartLineRowProps) {
  const { line, product, available } = entry
  const short = available !== undefined && available < line.quantity
  return (
    <li
      data-testid="cart-line"
      tabIndex={-1}
      className={classNames(
        'grid border-line border-b last:border-b-0',
        compact
          ? 'grid-cols-[72px_1fr] gap-4 py-4'
          : 'grid-cols-[88px_1fr] gap-4 py-6 last:border-b sm:grid-cols-[128px_1fr] sm:gap-6',
      )}
    >
      <LinePicture entry={entry} onLeave={onLeave} />
      <div className={classNames('flex min-w-0 flex-col', compact ? 'gap-2' : 'gap-3')}>
        <LineHead entry={entry} compact={compact} onLeave={onLeave} />
        {product && !short && <StockFigure product={product} />}
        {entry.state === 'loading' && <p className="stock">{nothingYet}</p>}
        {short && <ShortageNote line={line} available={available} gone={entry.state === 'gone'} />}
        {entry.state === 'unreachable' && <p className="text-sm text-warn">{cartTexts.priceFailed}</p>}
        {available !== 0 && <LineControls entry={entry} />}
        {available === 0 && <Alternatives entry={entry} onLeave={onLeave} />}
      </div>
    </li>
  )
}

type LinePartProps = { entry: CartEntry; onLeave: (() => void) | undefined }

function LineHead({ entry, compact, onLeave }: LinePartProps & { compact: boolean }) {
  const { line, product, state } = entry
  const toHave = piecesToHave(entry)
  const Heading = compact ? 'h3' : 'h2'
  return (
    <div className="flex flex-wrap items-start justify-between gap-x-4">
      <div className="min-w-[min(100%,8rem)] flex-1">
        <Heading className={classNames('text-pretty wrap-anywhere', compact ? 'text-lg' : 'text-xl')}>
          {product ? (
            <Link
              href={`/products/${product.slug}`}
              {...(onLeave && { onNavigate: onLeave })}
              className="-my-0.5 inline-block py-0.5 underline-offset-4 decoration-1 hover:underline active:decoration-2"
            >
              {line.name}
            </Link>
          ) : (
            line.name
          )}
        </Heading>
        {(product || state === 'loading') && (
          <p className={classNames('text-sm text-soft tabular-nums', !compact && 'mt-1')}>
            {product ? cartTexts.each(price(product.price, product.currency)) : nothingYet}
          </p>
        )}
      </div>
      <p className="min-w-16 flex-none text-right font-medium">
        {product && toHave > 0 && <Price amount={product.price * toHave} currency={product.currency} />}
      </p>
    </div>
  )
}

function LinePicture({ entry: { line, product, state }, onLeave }: LinePartProps) {
  if (state === 'loading') return <div className="skeleton aspect-square self-start rounded-tile" />
  const picture = <ProductPicture image={product?.image ?? null} name={line.name} decorative eager />
  if (!product) return picture
  return (
    <Link
      href={`/products/${product.slug}`}
      {...(onLeave && { onNavigate: onLeave })}
      tabIndex={-1}
      aria-hidden
      className={classNames('self-start', state === 'known' && 'transition-opacity hover:opacity-85')}
    >
      {picture}
    </Link>
  )
}
