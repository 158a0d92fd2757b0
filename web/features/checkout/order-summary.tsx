'use client'

import { ChevronDown } from 'lucide-react'
import { useId, useState } from 'react'
import { checkoutTexts } from '#messages/checkout.tsx'
import { Button } from '../../components/button.tsx'
import { classNames } from '../../components/class-names.ts'
import { Price } from '../../components/price.tsx'
import { CartTotal } from '../cart/cart-total.tsx'
import { type CartContents, piecesToHave } from '../cart/use-cart-contents.ts'
import { CheckoutLines } from './checkout-lines.tsx'

/** What is being bought, always in sight: beside the form or, where it is narrow, as a bar above it that opens. */
export function OrderSummary({ contents }: { contents: CartContents }) {
  const [open, setOpen] = useState(false)
  const linesId = useId()
  const { total, currency } = contents
  return (
    <aside
      aria-label={checkoutTexts.orderSummary}
      className="order-bar sticky top-16 z-10 max-[18rem]:top-0 -mx-4 border-line border-b bg-paper px-4 sm:-mx-8 sm:px-8 lg:top-28 lg:col-start-2 lg:row-span-2 lg:row-start-1 lg:mx-0 lg:self-start lg:border-b-0 lg:px-0"
    >
      <button
        type="button"
        aria-expanded={open}
        aria-controls={linesId}
        onClick={() => setOpen(!open)}
        className="flex min-h-14 w-full items-center gap-2 rounded-control text-left text-sm hover:text-soft active:bg-tile lg:hidden"
      >
        <ChevronDown
          aria-hidden
          size={18}
          className={classNames('transition-transform', open && 'rotate-180')}
        />
        <span className="font-medium">{open ? checkoutTexts.hideOrder : checkoutTexts.showOrder}</span>
        {total !== undefined && currency && contents.entries.some((entry) => piecesToHave(entry) > 0) && (
          <Price amount={total} currency={currency} className="ml-auto font-display text-xl" />
        )}
      </button>
      <div id={linesId} className={classNames('flex flex-col gap-4 pb-4 lg:pb-0', !open && 'max-lg:hidden')}>
        <h2 className="text-2xl max-lg:sr-only">{checkoutTexts.buying}</h2>
        <section
          aria-label={checkoutTexts.lines}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a keyboard has to be able to scroll it
          tabIndex={0}
          className="max-h-[50dvh] overflow-y-auto lg:max-h-[calc(100dvh-18rem)]"
        >
          <CheckoutLines entries={contents.entries} />
        </section>
        <CartTotal contents={contents} />
        {contents.entries.some(({ state }) => state === 'unreachable') && (
          <Button look="quiet" onClick={contents.retry}>
            {checkoutTexts.loadPricesAgain}
          </Button>
        )}
      </div>
    </aside>
  )
}
