'use client'

import { type FormEvent, useRef, useState } from 'react'
import { checkoutTexts } from '#messages/checkout.tsx'
import { Button, ButtonLink } from '../../components/button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { Link } from '../../components/link.tsx'
import { usePerson } from '../accounts/use-person.ts'
import { itemsOf } from '../cart/lines.ts'
import { type CartContents, useCartContents } from '../cart/use-cart-contents.ts'
import { WithoutLines } from '../cart/without-lines.tsx'
import { CheckoutNotices } from './checkout-notices.tsx'
import { contactOf } from './contact.ts'
import { ContactFields } from './contact-fields.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { OrderSummary } from './order-summary.tsx'
import { PriceNotice } from './price-notice.tsx'
import { type Checkout, useCheckout } from './use-checkout.ts'
import { useContact } from './use-contact.ts'
import { usePriceCheck } from './use-price-check.ts'

/** From the cart to an order, on one page. */
export function CheckoutView() {
  const contents = useCartContents()
  const checkout = useCheckout()
  if (checkout.step === 'placed') return <Placed />
  if (contents.entries.length === 0) {
    return (
      <WithoutLines loaded={contents.loaded} words={<AllOrNothing />}>
        <NothingToBuy checkout={checkout} contents={contents} />
      </WithoutLines>
    )
  }
  return <CheckoutForm contents={contents} checkout={checkout} />
}

const guestHint = checkoutTexts.guestHint

function CheckoutForm({ contents, checkout }: { contents: CartContents; checkout: Checkout }) {
  const person = usePerson()
  const isKnown = person.state === 'known'
  const contact = useContact(isKnown ? person.person : undefined, checkout.refusal)
  const prices = usePriceCheck(contents)
  const [stopped, setStopped] = useState(0)
  const [checking, checkPrices] = useOneAtATime(prices.isAsSeen)
  const busy = checking || checkout.step === 'sending' || checkout.step === 'retrying'

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (!contact.check()) return
    // The total is of what can be had: an order for more could cost more than that by the time it is decided.
    if (contents.short.size > 0 && !checkout.unanswered) {
      setStopped(stopped + 1)
      return
    }
    const body = { items: itemsOf(contents.entries.map(({ line }) => line)), ...contactOf(contact.typed) }
    // One that may have been placed already is asked about as it was.
    if (checkout.unanswered || (await checkPrices(contents))) checkout.buy(body)
  }

  return (
    <form
      noValidate
      onSubmit={(event) => void submit(event)}
      className="cart-page grid gap-x-24 gap-y-8 lg:grid-cols-2"
    >
      <OrderSummary contents={contents} />
      <div className="flex min-w-0 flex-col gap-8 lg:col-start-1 lg:row-start-1">
        <ErrorSummary contact={contact} />
        <PriceNotice changes={prices.changes} />
        <CheckoutNotices checkout={checkout} contents={contents} stopped={stopped} />
        <section aria-labelledby="details" className="flex flex-col gap-6">
          <h2 id="details" className="text-2xl">
            {checkoutTexts.details}
          </h2>
          <ContactFields contact={contact} hint={isKnown ? checkoutTexts.shopperHint : guestHint} />
        </section>
        <div className="flex max-w-md flex-col gap-4">
          <Button
            type="submit"
            look={contents.short.size > 0 || checkout.unanswered ? 'quiet' : 'primary'}
            disabled={busy || contents.total === undefined}
            data-testid="place-order"
          >
            {busy && <span aria-hidden className="spinner" />}
            {busy ? checkoutTexts.placing : checkoutTexts.placeOrder}
          </Button>
          <AllOrNothing />
          <p role="status" className="sr-only">
            {busy ? checkoutTexts.placing : ''}
          </p>
        </div>
      </div>
    </form>
  )
}

function AllOrNothing() {
  return (
    <p className="max-w-md text-pretty text-sm text-soft">
      {checkoutTexts.allOrNothing(
        <Link href="/delivery" className="link hover:text-ink">
          {checkoutTexts.aboutDelivery}
        </Link>,
      )}
    </p>
  )
}

/** Whether an act is under way, and the act, which answers no while it is. */
function useOneAtATime<T>(act: (argument: T) => Promise<boolean>) {
  const [busy, setBusy] = useState(false)
  // State is seen one render late; a second press must not get through in between.
  const running = useRef(false)
  async function once(argument: T): Promise<boolean> {
    if (running.current) return false
    running.current = true
    setBusy(true)
    try {
      return await act(argument)
    } finally {
      running.current = false
      setBusy(false)
    }
  }
  return [busy, once] as const
}

function NothingToBuy({ checkout, contents }: { checkout: Checkout; contents: CartContents }) {
  return (
    <div className="flex flex-col gap-8">
      <CheckoutNotices checkout={checkout} contents={contents} />
      <EmptyState
        title={checkoutTexts.nothingTitle}
        action={<ButtonLink href="/">{checkoutTexts.seeStock}</ButtonLink>}
      >
        {checkoutTexts.nothing}
      </EmptyState>
    </div>
  )
}

function Placed() {
  return (
    <p role="status" className="flex items-center gap-3 border-line border-t py-12 text-lg">
      <span aria-hidden className="spinner" />
      {checkoutTexts.placed}
    </p>
  )
}
