'use client'

import type { CheckoutRequest } from '@onhand/contract/checkout'
import type { Order } from '@onhand/contract/orders'
import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import type { Refusal } from '../../lib/api-errors.ts'
import { stock } from '../../lib/live/live-stock.ts'
import { cart } from '../cart/cart-store.ts'
import { withoutBought } from '../cart/lines.ts'
import { type Attempt, attemptFor, finishAttempt, unfinishedAttempt } from './attempt.ts'
import { keepEmail } from './email.ts'
import { placeOrder } from './place-order.ts'

type CheckoutStep = 'open' | 'sending' | 'retrying' | 'unanswered' | 'placed'

export interface Checkout {
  step: CheckoutStep
  /** Why the shop said no to the last attempt. */
  refusal: Refusal | undefined
  /** An attempt from before a reload that has had no answer. */
  unfinished: Attempt | undefined
  buy(body: CheckoutRequest): void
  /** Asks again for the attempt that had no answer, as it was. */
  askAgain(): void
}

/** The way of one order from the button to its answer. */
export function useCheckout(): Checkout {
  const router = useRouter()
  const queryClient = useQueryClient()
  const [step, setStep] = useState<CheckoutStep>('open')
  const [refusal, setRefusal] = useState<Refusal>()
  const [unfinished, setUnfinished] = useState<Attempt>()
  // State is seen one render late; a second press must not get through in between.
  const busy = useRef(false)

  useEffect(() => setUnfinished(unfinishedAttempt(sessionStorage)), [])

  async function send(attempt: Attempt): Promise<void> {
    if (busy.current) return
    busy.current = true
    setUnfinished(undefined)
    setRefusal(undefined)
    setStep('sending')
    const outcome = await placeOrder(attempt, { onRetry: () => setStep('retrying') })
    if (outcome.kind !== 'unanswered') finishAttempt(sessionStorage)
    if (outcome.kind === 'placed') return finish(outcome.order)
    busy.current = false
    if (outcome.kind === 'unanswered') return setStep('unanswered')
    learnFrom(outcome.refusal)
    setRefusal(outcome.refusal)
    setStep('open')
  }

  function finish(order: Order): void {
    setStep('placed')
    keepEmail('')
    cart.change((lines) => withoutBought(lines, order.items))
    router.replace(orderHref(order))
  }

  function learnFrom({ problem }: Refusal): void {
    const shortages = problem.shortages ?? []
    stock.learn(
      shortages.map(({ productId, available, version }) => ({ productId, stock: available, version })),
    )
    if (problem.code === 'product_not_found') void queryClient.invalidateQueries({ queryKey: ['product'] })
  }

  return {
    step,
    refusal,
    unfinished,
    buy: (body) => void send(attemptFor(body, sessionStorage)),
    askAgain() {
      const attempt = unfinishedAttempt(sessionStorage)
      if (attempt) void send(attempt)
    },
  }
}

function orderHref({ id, accessToken }: Order): string {
  const token = accessToken ? `?token=${encodeURIComponent(accessToken)}` : ''
  return `/orders/${encodeURIComponent(id)}${token}`
}
