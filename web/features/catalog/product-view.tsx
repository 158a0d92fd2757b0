import type { Product } from '@onhand/contract/catalog'
import type { ReactNode } from 'react'
import { productTexts } from '#messages/product.ts'
import { Link } from '../../components/link.tsx'
import { LinkPending } from '../../components/link-pending.tsx'
import { Price } from '../../components/price.tsx'
import { StockFigure } from '../inventory/stock-figure.tsx'
import { listHref } from './list-query.ts'
import { PictureZoom } from './picture-zoom.tsx'

const goodToKnow = [
  ['/delivery', productTexts.delivery],
  ['/returns', productTexts.returns],
] as const

/** One product in full. */
export function ProductView({ product, action }: { product: Product; action: ReactNode }) {
  return (
    <article className="grid gap-x-16 gap-y-8 md:grid-cols-2 lg:grid-cols-[7fr_5fr]">
      <div className="self-start md:sticky md:top-28">
        <PictureZoom product={product} />
      </div>
      <div className="flex min-w-0 flex-col md:py-4">
        <nav aria-label={productTexts.breadcrumb} className="text-sm text-soft">
          <Link href="/" className="relative inline-flex min-h-6 items-center hover:text-ink">
            {productTexts.shop}
            <LinkPending className="top-1/2 right-full mr-1 -translate-y-1/2" />
          </Link>
          <span aria-hidden> / </span>
          <Link
            href={listHref({ category: product.category })}
            className="relative inline-flex min-h-6 items-center hover:text-ink"
          >
            {product.category}
            <LinkPending className="top-1/2 left-full ml-1 -translate-y-1/2" />
          </Link>
        </nav>
        <h1 className="mt-4 text-4xl wrap-anywhere lg:text-5xl">{product.name}</h1>
        <p className="mt-4 text-xl">
          <Price amount={product.price} currency={product.currency} />
        </p>
        <div className="mt-8 flex flex-col gap-4 border-line border-y py-6">
          <StockFigure product={product} />
          {action}
        </div>
        <p className="mt-8 max-w-prose text-pretty text-lg wrap-anywhere leading-relaxed">
          {product.description}
        </p>
        <ul className="mt-8 flex flex-wrap gap-x-6 text-sm text-soft">
          {goodToKnow.map(([href, words]) => (
            <li key={href}>
              <Link
                href={href}
                className="link inline-flex min-h-6 items-center hover:text-ink pointer-coarse:min-h-11"
              >
                {words}
              </Link>
            </li>
          ))}
        </ul>
      </div>
    </article>
  )
}
