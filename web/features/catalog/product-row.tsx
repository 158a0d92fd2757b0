import type { Product } from '@onhand/contract/catalog'
import { useId } from 'react'
import { classNames } from '../../components/class-names.ts'
import { ProductTile } from './product-tile.tsx'

interface ProductRowProps {
  title: string
  products: readonly Product[]
  className?: string
}

/** A few products side by side; on a phone they can be pushed along. */
export function ProductRow({ title, products, className }: ProductRowProps) {
  const id = useId()
  return (
    <section aria-labelledby={id} className={classNames('border-line border-t pt-10', className)}>
      <h2 id={id} className="text-2xl sm:text-3xl">
        {title}
      </h2>
      <ul className="-mx-4 mt-6 flex snap-x scroll-px-4 gap-4 overflow-x-auto px-4 pt-1 pb-2 sm:mx-0 sm:grid sm:grid-cols-4 sm:gap-6 sm:overflow-visible sm:px-0">
        {products.map((product) => (
          <li key={product.id} className="w-40 flex-none snap-start sm:w-auto">
            <ProductTile product={product} />
          </li>
        ))}
      </ul>
    </section>
  )
}
