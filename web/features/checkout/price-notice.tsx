'use client'

import { useEffect, useRef } from 'react'
import { checkoutTexts } from '#messages/checkout.tsx'
import { Notice } from '../../components/notice.tsx'
import { Price } from '../../components/price.tsx'
import type { PriceChange } from './use-price-check.ts'

/** Says which prices are not what the shopper saw; the focus is taken here. */
export function PriceNotice({ changes }: { changes: PriceChange[] }) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (changes.length === 0) return
    place.current?.focus({ preventScroll: true })
    place.current?.scrollIntoView({ block: 'center' })
  }, [changes])
  if (changes.length === 0) return null
  return (
    <div ref={place} tabIndex={-1} data-testid="price-notice" className="rounded-tile outline-none">
      <Notice title={checkoutTexts.pricesChanged(changes.length)} live>
        <ul className="list-disc pl-5">
          {changes.map(({ product, before }) => (
            <li key={product.id}>
              {checkoutTexts.priceNow(
                product.name,
                <Price amount={product.price} currency={product.currency} className="font-medium" />,
                <Price amount={before} currency={product.currency} />,
              )}
            </li>
          ))}
        </ul>
        <p className="mt-2">{checkoutTexts.totalIsRight}</p>
      </Notice>
    </div>
  )
}
