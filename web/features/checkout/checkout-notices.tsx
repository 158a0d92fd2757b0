'use client'

import { useEffect, useRef } from 'react'
import { checkoutTexts } from '#messages/checkout.tsx'
import { refusalTexts } from '#messages/refusals.ts'
import { Button, ButtonLink } from '../../components/button.tsx'
import { focusContent } from '../../components/focus-content.ts'
import { Notice } from '../../components/notice.tsx'
import { withNext } from '../../lib/next-path.ts'
import { takeWhatIsLeft } from '../cart/change-cart.tsx'
import type { CartLine } from '../cart/lines.ts'
import type { CartContents } from '../cart/use-cart-contents.ts'
import type { Checkout } from './use-checkout.ts'

interface CheckoutNoticesProps {
  checkout: Checkout
  contents: CartContents
  /** How often an order was stopped here because there is too little of something. */
  stopped?: number
}

/** Everything there is to say about this order, in one place above it. */
export function CheckoutNotices({ checkout, contents, stopped = 0 }: CheckoutNoticesProps) {
  const { step, refusal, unanswered } = checkout
  const missing = missingOf(checkout, contents)
  const place = useFocusOn(refusal ?? unanswered ?? stopped)
  return (
    <div
      ref={place}
      tabIndex={-1}
      data-testid="checkout-notices"
      className="flex flex-col gap-4 outline-none empty:hidden"
    >
      {step === 'retrying' && <Notice title={checkoutTexts.retryingTitle}>{checkoutTexts.retrying}</Notice>}
      {step === 'open' && unanswered && <UnansweredNotice checkout={checkout} />}
      {missing.size > 0 && (
        <Notice
          live
          title={refusal || stopped > 0 ? checkoutTexts.missingNothingOrdered : checkoutTexts.missing}
          action={
            <Button
              size="small"
              onClick={() => {
                focusContent()
                takeWhatIsLeft(missing)
              }}
            >
              {checkoutTexts.takeWhatIsLeft}
            </Button>
          }
        >
          <ul className="list-disc pl-5">
            {contents.entries
              .filter(({ line }) => missing.has(line.productId))
              .map(({ line }) => (
                <li key={line.productId}>{leftWords(line, missing.get(line.productId) ?? 0)}</li>
              ))}
          </ul>
        </Notice>
      )}
      {refusal && missing.size === 0 && <RefusalNotice checkout={checkout} />}
    </div>
  )
}

function UnansweredNotice({ checkout }: { checkout: Checkout }) {
  return (
    <Notice
      title={checkoutTexts.unansweredTitle}
      action={
        <div className="flex flex-wrap gap-3">
          <Button size="small" onClick={checkout.askAgain}>
            {checkoutTexts.tryAgain}
          </Button>
          <Button size="small" look="quiet" onClick={checkout.startOver}>
            {checkoutTexts.startOver}
          </Button>
        </div>
      }
    >
      {checkoutTexts.unanswered}
    </Notice>
  )
}

function RefusalNotice({ checkout: { refusal } }: { checkout: Checkout }) {
  if (!refusal || refusal.problem.errors?.some(({ path }) => path.startsWith('contact'))) return null
  // The shortage was mended, or the shelf was filled up again.
  if (refusal.problem.code === 'insufficient_stock' || refusal.problem.code === 'product_not_found')
    return null
  if (refusal.problem.code === 'not_signed_in') return <SignedOutNotice />
  return <Notice title={checkoutTexts.notPlaced}>{refusalTexts[refusal.problem.code]}</Notice>
}

function SignedOutNotice() {
  return (
    <Notice
      title={checkoutTexts.notPlacedSignedOut}
      action={
        <ButtonLink size="small" href={withNext('/sign-in', '/checkout')}>
          {checkoutTexts.signInAgain}
        </ButtonLink>
      }
    >
      {checkoutTexts.cartIsKept}
    </Notice>
  )
}

/** Lines that cannot be bought as they are: what is left of each. */
function missingOf({ refusal }: Checkout, { short, entries }: CartContents): ReadonlyMap<string, number> {
  const gone = new Set(refusal?.problem.productIds)
  const goneLines = entries.filter(({ line }) => gone.has(line.productId))
  return new Map([...short, ...goneLines.map(({ line }) => [line.productId, 0] as const)])
}

function leftWords({ name, quantity }: CartLine, left: number): string {
  return left === 0 ? checkoutTexts.noneLeft(name, quantity) : checkoutTexts.onlyLeft(name, left, quantity)
}

/** Takes the focus to what must be read before going on. */
function useFocusOn(cause: unknown) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!cause || !place.current?.hasChildNodes()) return
    place.current.focus({ preventScroll: true })
    place.current.scrollIntoView({ block: 'center' })
  }, [cause])
  return place
}
