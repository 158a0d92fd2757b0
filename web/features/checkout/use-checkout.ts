'use client'

import type { CheckoutRequest } from '@onhand/contract/checkout'
import type { Order } from '@onhand/contract/orders'
import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { Refusal } from '../../lib/api-errors.ts'
import { stock } from '../../lib/live/live-stock.ts'
import { session } from '../../lib/session.ts'
import { sharedStorage } from '../../lib/text-storage.ts'
import { keepTypedEmail } from '../accounts/typed-email.ts'
import { cart } from '../cart/cart-store.ts'
import { withoutBought } from '../cart/lines.ts'
import { orderKey, ordersKey } from '../orders/order-keys.ts'
import {
  type Attempt,
  attemptFor,
  finishAttempt,
  followAttempts,
  isFor,
  unfinishedAttempt,
} from './attempt.ts'
import { isRunning, runOrder } from './run-order.ts'
import { emptyContact, keepContact } from './typed-contact.ts'

type CheckoutStep = 'open' | 'sending' | 'retrying' | 'placed'

export interface Checkout {
  step: CheckoutStep
  /** Why the shop said no to the last attempt. */
  refusal: Refusal | undefined
  /** An attempt that nobody knows the outcome of, perhaps from another tab or before a reload. */
  unanswered: Attempt | undefined
  /** Does nothing while another attempt is unanswered: two orders could come of it. */
  buy(body: CheckoutRequest): void
  /** Sends the unanswered attempt again, as it was. */
  askAgain(): void
  /** Lets go of the unanswered attempt, at the shopper's own risk. */
  startOver(): void
}

/** The way of one order from the button to its answer. */
export function useCheckout(): Checkout {
  const router = useRouter()
  const queryClient = useQueryClient()
  const [step, setStep] = useState<CheckoutStep>('open')
  const [refusal, setRefusal] = useState<Refusal>()
  const [unanswered, setUnanswered] = useState<Attempt>()
  // State is seen one render late; a second press must not get through in between.
  const busy = useRef(false)

  const enter = useEffectEvent(() => {
    const unfinished = lookForUnanswered()
    // It goes on from when the checkout was left.
    if (unfinished && isRunning(unfinished)) void send(unfinished)
  })
  const onOtherTab = useEffectEvent(() => void lookForUnanswered())

  useEffect(() => {
    enter()
    return followAttempts(() => onOtherTab())
  }, [])

  function lookForUnanswered(): Attempt | undefined {
    const unfinished = unfinishedAttempt(sharedStorage, session.shopper())
    setUnanswered(unfinished)
    return unfinished
  }

  async function send(attempt: Attempt): Promise<void> {
    if (busy.current) return
    busy.current = true
    setRefusal(undefined)
    setStep('sending')
    const startedBefore = isRunning(attempt)
    const outcome = await runOrder(attempt, () => setStep('retrying'))
    const isFirstAnswer = outcome.kind !== 'unanswered' && finishAttempt(sharedStorage, attempt.key)
    lookForUnanswered()
    if (outcome.kind === 'placed') {
      setStep('placed')
      if (isFirstAnswer) tidyUpAfter(outcome.order, attempt)
      if (attempt.shopper !== undefined) {
        queryClient.setQueryData(orderKey(attempt.shopper, outcome.order.id), outcome.order)
        void queryClient.invalidateQueries({ queryKey: ordersKey(attempt.shopper) })
      }
      // Whoever started the run opens the confirmation, even from another page: its address is the receipt.
      if (!startedBefore) router.replace(orderHref(outcome.order))
      return
    }
    if (outcome.kind === 'refused') learnFrom(outcome.refusal)
    busy.current = false
    setStep('open')
  }

  function learnFrom(refused: Refusal): void {
    const { problem } = refused
    const shortages = problem.shortages ?? []
    stock.learn(
      shortages.map(({ productId, available, version }) => ({ productId, stock: available, version })),
    )
    if (problem.code === 'product_not_found') void queryClient.invalidateQueries({ queryKey: ['product'] })
    setRefusal(refused)
  }

  return {
    step,
    refusal,
    unanswered,
    buy(body) {
      // Looked for anew: another tab may have begun one just now. Told anew, its notice gets the focus again.
      const unfinished = lookForUnanswered()
      if (!unfinished || isFor(unfinished, body))
        void send(attemptFor(body, sharedStorage, session.shopper()))
    },
    askAgain() {
      const unfinished = lookForUnanswered()
      if (unfinished) void send(unfinished)
    },
    startOver() {
      if (unanswered) finishAttempt(sharedStorage, unanswered.key)
      lookForUnanswered()
    },
  }
}

/** To be done once for an order: a second answer would take out of the cart what was put in meanwhile. */
function tidyUpAfter(order: Order, { body }: Attempt): void {
  keepContact(emptyContact)
  // Whoever keeps the order in an account next need not type it again.
  if (body.contact) keepTypedEmail(body.contact.email)
  cart.change((lines) => withoutBought(lines, order.items))
}

function orderHref({ id, accessToken }: Order): string {
  const token = accessToken ? `?token=${encodeURIComponent(accessToken)}` : ''
  return `/orders/${encodeURIComponent(id)}${token}`
}
