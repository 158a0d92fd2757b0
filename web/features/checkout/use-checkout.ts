'use client'

import type { CheckoutRequest } from '@onhand/contract/checkout'
import type { Order } from '@onhand/contract/orders'
import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import type { Refusal } from '../../lib/api-errors.ts'
import { stock } from '../../lib/live/live-stock.ts'
import { tabStorage } from '../../lib/tab-storage.ts'
import { cart } from '../cart/cart-store.ts'
import { withoutBought } from '../cart/lines.ts'
import { type Attempt, attemptFor, finishAttempt, isFor, unfinishedAttempt } from './attempt.ts'
import { keepEmail } from './email.ts'
import { placeOrder } from './place-order.ts'

type CheckoutStep = 'open' | 'sending' | 'retrying' | 'placed'

export interface Checkout {
  step: CheckoutStep
  /** Why the shop said no to the last attempt. */
  refusal: Refusal | undefined
  /** An attempt that nobody knows the outcome of, perhaps from before a reload. */
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

  useEffect(() => setUnanswered(unfinishedAttempt(tabStorage())), [])

  async function send(attempt: Attempt): Promise<void> {
    if (busy.current) return
    busy.current = true
    setRefusal(undefined)
    setStep('sending')
    const outcome = await placeOrder(attempt, { onRetry: () => setStep('retrying') })
    setUnanswered(outcome.kind === 'unanswered' ? attempt : undefined)
    if (outcome.kind !== 'unanswered') finishAttempt(tabStorage())
    if (outcome.kind === 'placed') return finish(outcome.order)
    if (outcome.kind === 'refused') learnFrom(outcome.refusal)
    busy.current = false
    setStep('open')
  }

  function finish(order: Order): void {
    setStep('placed')
    keepEmail('')
    cart.change((lines) => withoutBought(lines, order.items))
    router.replace(orderHref(order))
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
      if (!unanswered || isFor(unanswered, body)) void send(attemptFor(body, tabStorage()))
      // Told anew, so that its notice gets the focus again.
      else setUnanswered({ ...unanswered })
    },
    askAgain() {
      if (unanswered) void send(unanswered)
    },
    startOver() {
      finishAttempt(tabStorage())
      setUnanswered(undefined)
    },
  }
}

function orderHref({ id, accessToken }: Order): string {
  const token = accessToken ? `?token=${encodeURIComponent(accessToken)}` : ''
  return `/orders/${encodeURIComponent(id)}${token}`
}
