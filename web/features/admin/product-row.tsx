'use client'

import type { AdminProduct } from '@onhand/contract/catalog'
import { useRef, useState } from 'react'
import { Link } from '../../components/link.tsx'
import { Price } from '../../components/price.tsx'
import { ProductPicture } from '../../components/product-picture.tsx'
import { OnHand } from './on-hand.tsx'
import { StockForm } from './stock-form.tsx'
import { StockMoveButtons } from './stock-move-buttons.tsx'
import { type StockMove, stockMoves } from './stock-request.ts'
import { cellLook, figureLook, rowLook } from './table-look.ts'
import { useOnHand } from './use-on-hand.ts'
import { WithdrawnMark } from './withdrawn-mark.tsx'

/** One product: what it is, what there is of it, and the ways to move its stock. */
export function ProductRow({ product }: { product: AdminProduct }) {
  const level = useOnHand(product)
  const [move, setMove] = useState<StockMove>()
  const buttons = useRef<HTMLDivElement>(null)

  function close(): void {
    const index = move ? stockMoves.indexOf(move) : 0
    setMove(undefined)
    buttons.current?.querySelectorAll('button')[index]?.focus()
  }

  return (
    <tbody className="max-md:block" data-product={product.id}>
      <tr
        className={`${rowLook} max-md:flex max-md:flex-wrap max-md:items-center max-md:gap-x-6 max-md:gap-y-3`}
      >
        <th scope="row" className={`${cellLook} font-normal max-md:basis-full`}>
          <span className="flex items-center gap-4">
            <ProductPicture
              image={product.image}
              name={product.name}
              decorative
              className="max-w-14 text-xl!"
            />
            <span className="flex min-w-0 flex-col">
              <Link
                href={`/admin/products/${product.id}`}
                className="wrap-anywhere font-display text-lg leading-tight underline-offset-4 hover:underline"
              >
                {product.name}
              </Link>
              <span className="flex flex-wrap items-center gap-2 text-soft">
                {product.category}
                {product.withdrawn && <WithdrawnMark />}
              </span>
            </span>
          </span>
        </th>
        <td className={`${cellLook} ${figureLook}`}>
          <Price amount={product.price} currency={product.currency} />
        </td>
        <td className={cellLook}>
          <OnHand level={level} />
        </td>
        <td className={`${cellLook} max-md:basis-full md:w-px`}>
          <StockMoveButtons ref={buttons} name={product.name} open={move} onChoose={setMove} />
        </td>
      </tr>
      {move && (
        <tr className="max-md:block">
          <td colSpan={4} className="max-md:block max-md:pb-4 md:pb-5">
            <StockForm key={move} product={product} level={level} move={move} onClose={close} />
          </td>
        </tr>
      )}
    </tbody>
  )
}
