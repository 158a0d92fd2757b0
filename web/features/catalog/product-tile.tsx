import type { Product } from '@onhand/contract/catalog'
import { Link } from '../../components/link.tsx'
import { LinkPending } from '../../components/link-pending.tsx'
import { Price } from '../../components/price.tsx'
import { ProductPicture } from '../../components/product-picture.tsx'
import { StockFigure } from '../inventory/stock-figure.tsx'

/** A product in short: picture, name, price and live stock. */
export function ProductTile({ product }: { product: Product }) {
  return (
    <article data-product-id={product.id} className="group relative flex h-full flex-col">
      <div className="overflow-hidden rounded-tile">
        <ProductPicture
          image={product.image}
          name={product.name}
          decorative
          className="transition-transform duration-250 group-has-[a:hover]:scale-[1.025]"
        />
      </div>
      <h3 className="mt-3 line-clamp-2 text-base leading-snug wrap-anywhere sm:text-lg">
        <Link
          href={`/products/${product.slug}`}
          className="underline-offset-4 decoration-1 active:decoration-2 before:absolute before:inset-0 before:rounded-tile hover:underline focus-visible:outline-none focus-visible:before:outline-2 focus-visible:before:outline-offset-2 focus-visible:before:outline-ink"
        >
          {product.name}
          <LinkPending className="top-3 right-3 rounded-full bg-paper p-2 text-ink text-base" />
        </Link>
      </h3>
      {/* Beside each other only where the longest figure fits, so that none that grows begins a line. */}
      <div className="@container mt-auto pt-1">
        <div className="flex flex-col justify-between gap-x-3 @min-[14rem]:flex-row @min-[14rem]:items-center">
          <Price amount={product.price} currency={product.currency} className="text-sm" />
          <StockFigure product={product} />
        </div>
      </div>
    </article>
  )
}
