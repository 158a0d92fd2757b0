'use client'

import { useEffect } from 'react'
import { cartTexts } from '#messages/cart.ts'
import { Button, ButtonLink } from '../../components/button.tsx'
import { focusContent } from '../../components/focus-content.ts'
import { preloadToasts } from '../../components/toasts-on-need.tsx'
import { CartLineRow } from './cart-line-row.tsx'
import { CartTotal } from './cart-total.tsx'
import { takeWhatIsLeft } from './change-cart.tsx'
import { EmptyCart } from './empty-cart.tsx'
import { type CartContents, useCartContents } from './use-cart-contents.ts'
import { WithoutLines } from './without-lines.tsx'

/** The whole cart. */
export function CartView() {
  const contents = useCartContents()
  if (contents.entries.length === 0) {
    return (
      <WithoutLines loaded={contents.loaded} words={<NothingReserved />}>
        <EmptyCart />
      </WithoutLines>
    )
  }
  return (
    <div className="cart-page grid gap-x-16 gap-y-8 lg:grid-cols-[1fr_20rem]">
      <ul className="border-line border-t">
        {contents.entries.map((entry) => (
          <CartLineRow key={entry.line.productId} entry={entry} />
        ))}
      </ul>
      <CartSummary contents={contents} />
    </div>
  )
}

function CartSummary({ contents }: { contents: CartContents }) {
  useEffect(preloadToasts, [])
  const unreachable = contents.entries.some((entry) => entry.state === 'unreachable')
  return (
    <section aria-label={cartTexts.summary} className="flex flex-col gap-4 self-start lg:sticky lg:top-28">
      <CartTotal contents={contents} />
      {contents.short.size > 1 && (
        <Button
          onClick={() => {
            focusContent()
            takeWhatIsLeft(contents.short)
          }}
        >
          {cartTexts.takeWhatIsLeft}
        </Button>
      )}
      {unreachable && (
        <Button look="quiet" onClick={contents.retry}>
          {cartTexts.loadPricesAgain}
        </Button>
      )}
      <ButtonLink href="/checkout" prefetch="auto" look={contents.short.size > 1 ? 'quiet' : 'primary'}>
        {cartTexts.checkout}
      </ButtonLink>
      <NothingReserved />
    </section>
  )
}

function NothingReserved() {
  return <p className="text-sm text-soft">{cartTexts.nothingReserved}</p>
}
