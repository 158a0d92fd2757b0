import type { Product } from '@onhand/contract/catalog'
import type { ReactNode } from 'react'
import { Link } from '../../components/link.tsx'
import { LinkPending } from '../../components/link-pending.tsx'
import { Price } from '../../components/price.tsx'
import { ProductPicture } from '../../components/product-picture.tsx'
import { StockFigure } from '../inventory/stock-figure.tsx'

interface ProductCardProps {
  product: Product
  /** What can be done with it: the catalog knows no cart. */
  action: ReactNode
  eager?: boolean
}

export function ProductCard({ product, action, eager = false }: ProductCardProps) {
  return (
    <article
      data-testid="product-card"
      data-product-id={product.id}
      className="group relative flex h-full flex-col"
    >
      <div className="overflow-hidden rounded-tile">
        <ProductPicture
          image={product.image}
          name={product.name}
          eager={eager}
          decorative
          className="transition-transform duration-250 group-has-[a:hover]:scale-[1.025]"
        />
      </div>
      <div className="mt-4 flex flex-col gap-x-4 sm:flex-row sm:items-baseline sm:justify-between">
        <h2 className="text-lg leading-snug wrap-anywhere sm:text-xl">
          <Link
            href={`/products/${product.slug}`}
            className="underline-offset-4 decoration-1 active:decoration-2 before:absolute before:inset-x-0 before:top-0 before:aspect-square before:rounded-tile hover:underline focus-visible:outline-none focus-visible:before:outline-2 focus-visible:before:outline-offset-2 focus-visible:before:outline-ink"
          >
            {product.name}
            <LinkPending className="top-3 right-3 rounded-full bg-paper p-2 text-ink text-base" />
          </Link>
        </h2>
        <Price amount={product.price} currency={product.currency} className="text-[0.9375rem]" />
      </div>
      <p className="mt-1 line-clamp-2 text-sm text-soft wrap-anywhere">{product.description}</p>
      <div className="mt-auto pt-3">
        <StockFigure product={product} />
        <div className="mt-3">{action}</div>
      </div>
    </article>
  )
}
