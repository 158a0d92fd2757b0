'use client'

import type { CheckoutRequest } from '@onhand/contract/checkout'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { Button, ButtonLink } from '../../components/button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { usePerson } from '../accounts/use-person.ts'
import { CartSkeleton } from '../cart/cart-skeleton.tsx'
import { CartTotal } from '../cart/cart-total.tsx'
import { type CartContents, useCartContents } from '../cart/use-cart-contents.ts'
import { CheckoutLines } from './checkout-lines.tsx'
import { CheckoutNotices } from './checkout-notices.tsx'
import { emailError, keepEmail, keptEmail } from './email.ts'
import { EmailField } from './email-field.tsx'
import { type Checkout, useCheckout } from './use-checkout.ts'

/** From the cart to an order, on one page. */
export function CheckoutView() {
  const contents = useCartContents()
  const checkout = useCheckout()
  if (checkout.step === 'placed') return <Placed />
  if (!contents.loaded) return <CartSkeleton />
  if (contents.entries.length === 0) return <NothingToBuy checkout={checkout} contents={contents} />
  return <CheckoutForm contents={contents} checkout={checkout} />
}

function CheckoutForm({ contents, checkout }: { contents: CartContents; checkout: Checkout }) {
  const email = useEmail(checkout)
  const busy = checkout.step === 'sending' || checkout.step === 'retrying'

  function submit(event: FormEvent): void {
    event.preventDefault()
    if (email.check()) checkout.buy(requestOf(contents, email.text))
  }

  return (
    <form noValidate onSubmit={submit} className="grid gap-x-16 gap-y-10 lg:grid-cols-[1fr_20rem]">
      <div className="flex min-w-0 flex-col gap-10">
        <CheckoutNotices checkout={checkout} contents={contents} />
        <section aria-labelledby="buying" className="flex flex-col gap-4">
          <h2 id="buying" className="text-2xl">
            What you are buying
          </h2>
          <CheckoutLines entries={contents.entries} />
        </section>
        <section aria-labelledby="receipt" className="flex flex-col gap-4">
          <h2 id="receipt" className="text-2xl">
            Receipt
          </h2>
          <EmailField {...email.field} />
        </section>
      </div>
      <section aria-label="Summary" className="flex flex-col gap-4 self-start lg:sticky lg:top-28">
        <CartTotal contents={contents} />
        <Button type="submit" disabled={busy || contents.total === undefined} data-testid="place-order">
          {busy && <span aria-hidden className="spinner" />}
          {busy ? 'Placing your order' : 'Place order'}
        </Button>
        {contents.entries.some(({ state }) => state === 'unreachable') && (
          <Button look="quiet" onClick={contents.retry}>
            Load prices again
          </Button>
        )}
        <p className="text-sm text-soft">
          Either all of it is ordered, or nothing is. No payment is taken online.
        </p>
        <p role="status" className="sr-only">
          {busy ? 'Placing your order' : ''}
        </p>
      </section>
    </form>
  )
}

const guestHint = 'Without one, the address of the confirmation page is your receipt.'

function useEmail({ refusal }: Checkout) {
  const [text, setText] = useState('')
  const [error, setError] = useState<string>()
  const ref = useRef<HTMLInputElement>(null)
  const touched = useRef(false)
  const refused = refusal?.problem.errors?.find(({ path }) => path.startsWith('contact'))?.message

  const person = usePerson()
  const ownEmail = person.state === 'known' ? person.person.email : ''

  useEffect(() => setText(keptEmail()), [])
  useEffect(() => {
    if (ownEmail !== '' && !touched.current) setText((typed) => typed || ownEmail)
  }, [ownEmail])
  useEffect(() => {
    if (!refused) return
    setError(refused)
    ref.current?.focus()
  }, [refused])

  function onChange(typed: string): void {
    touched.current = true
    setText(typed)
    keepEmail(typed)
    setError(error && emailError(typed))
  }

  function check(): boolean {
    const wrong = emailError(text)
    setError(wrong)
    if (wrong) ref.current?.focus()
    return !wrong
  }

  return {
    text,
    check,
    field: {
      value: text,
      error,
      hint: person.state === 'known' ? 'Your order is kept in your account as well.' : guestHint,
      onChange,
      onBlur: () => setError(emailError(text)),
      ref,
    },
  }
}

function requestOf({ entries }: CartContents, email: string): CheckoutRequest {
  const items = entries.map(({ line: { productId, quantity } }) => ({ productId, quantity }))
  return { items, ...(email.trim() && { contact: { email: email.trim() } }) }
}

function NothingToBuy({ checkout, contents }: { checkout: Checkout; contents: CartContents }) {
  return (
    <div className="flex flex-col gap-8">
      <CheckoutNotices checkout={checkout} contents={contents} />
      <EmptyState
        title="There is nothing to check out"
        action={<ButtonLink href="/">See what is in stock</ButtonLink>}
      >
        Your cart is empty.
      </EmptyState>
    </div>
  )
}

function Placed() {
  return (
    <p role="status" className="flex items-center gap-3 border-line border-t py-12 text-lg">
      <span aria-hidden className="spinner" />
      Your order is placed. Opening its confirmation.
    </p>
  )
}
