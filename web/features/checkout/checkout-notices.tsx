'use client'

import { useEffect, useRef } from 'react'
import { Button, ButtonLink } from '../../components/button.tsx'
import { Notice } from '../../components/notice.tsx'
import { withNext } from '../../lib/next-path.ts'
import { takeWhatIsLeft } from '../cart/change-cart.tsx'
import type { CartContents } from '../cart/use-cart-contents.ts'
import type { Checkout } from './use-checkout.ts'

interface CheckoutNoticesProps {
  checkout: Checkout
  contents: CartContents
}

/** Everything there is to say about this order, in one place above it. */
export function CheckoutNotices({ checkout, contents }: CheckoutNoticesProps) {
  const { step, refusal, unanswered } = checkout
  const missing = missingOf(checkout, contents)
  const place = useFocusOn(refusal ?? unanswered)
  return (
    <div
      ref={place}
      tabIndex={-1}
      data-testid="checkout-notices"
      className="flex flex-col gap-4 outline-none empty:hidden"
    >
      {step === 'retrying' && (
        <Notice title="We could not reach the shop">
          Your order may or may not have gone through. Trying again with the same order number, so that
          nothing is ordered twice.
        </Notice>
      )}
      {step === 'open' && unanswered && <UnansweredNotice checkout={checkout} />}
      {missing.size > 0 && (
        <Notice
          live
          title={
            refusal
              ? 'Not everything is there any more, so nothing was ordered'
              : 'Not everything is there any more'
          }
          action={
            <Button size="small" onClick={() => takeWhatIsLeft(missing)}>
              Take what is left
            </Button>
          }
        >
          <ul className="list-disc pl-5">
            {contents.entries
              .filter(({ line }) => missing.has(line.productId))
              .map(({ line }) => (
                <li key={line.productId}>
                  {line.name}: {leftWords(missing.get(line.productId) ?? 0)}, you want {line.quantity}
                </li>
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
      title="The shop has not answered your order"
      action={
        <div className="flex flex-wrap gap-3">
          <Button size="small" onClick={checkout.askAgain}>
            Try again
          </Button>
          <Button size="small" look="quiet" onClick={checkout.startOver}>
            Start over
          </Button>
        </div>
      }
    >
      It may or may not have gone through. Trying again is safe: it has the same order number and counts once.
      Starting over could order twice.
    </Notice>
  )
}

function RefusalNotice({ checkout: { refusal } }: { checkout: Checkout }) {
  if (!refusal || refusal.problem.errors?.some(({ path }) => path.startsWith('contact'))) return null
  // The shortage was mended, or the shelf was filled up again.
  if (refusal.problem.code === 'insufficient_stock' || refusal.problem.code === 'product_not_found')
    return null
  if (refusal.problem.code === 'not_signed_in') return <SignedOutNotice />
  return (
    <Notice title="The order was not placed">
      {refusal.problem.title}. {refusal.problem.detail}
    </Notice>
  )
}

function SignedOutNotice() {
  return (
    <Notice
      title="The order was not placed: you have been signed out"
      action={
        <ButtonLink size="small" href={withNext('/sign-in', '/checkout')}>
          Sign in again
        </ButtonLink>
      }
    >
      Your cart is kept in your account.
    </Notice>
  )
}

/** Lines that cannot be bought as they are: what is left of each. */
function missingOf({ refusal }: Checkout, { short, entries }: CartContents): ReadonlyMap<string, number> {
  const gone = new Set(refusal?.problem.productIds)
  const goneLines = entries.filter(({ line }) => gone.has(line.productId))
  return new Map([...short, ...goneLines.map(({ line }) => [line.productId, 0] as const)])
}

function leftWords(left: number): string {
  return left === 0 ? 'none left' : `only ${left} left`
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
