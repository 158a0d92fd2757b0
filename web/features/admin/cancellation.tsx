'use client'

import type { AdminOrder } from '@onhand/contract/orders'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { adminOrderTexts } from '#messages/admin-orders.tsx'
import { Button } from '../../components/button.tsx'
import { Notice } from '../../components/notice.tsx'
import { cancelOrder } from './admin-api.ts'
import { failureWords } from './failure-words.ts'
import { orderKey, ordersKey } from './order-keys.ts'
import { cancelledWords, piecesOf } from './order-words.ts'

/** Cancels an order after asking once more, and tells what came of it. */
export function Cancellation({ order }: { order: AdminOrder }) {
  const queryClient = useQueryClient()
  const [isAsking, setIsAsking] = useState(false)
  const place = useRef<HTMLElement>(null)
  const { mutate, isPending, error, data } = useMutation({
    mutationFn: cancelOrder,
    onSuccess: ({ order: cancelled }) => {
      queryClient.setQueryData(orderKey(order.id), cancelled)
      void queryClient.invalidateQueries({ queryKey: ordersKey })
      void queryClient.invalidateQueries({ queryKey: ['admin', 'movements'] })
      setIsAsking(false)
    },
  })
  const step = data ? 'done' : isAsking ? 'asking' : 'open'
  useFocusOnStep(place, step)

  return (
    <section
      ref={place}
      tabIndex={-1}
      aria-label={adminOrderTexts.cancellation}
      className="flex flex-col items-start gap-4 outline-none"
    >
      {error && (
        <Notice title={adminOrderTexts.perhapsCancelled}>
          {adminOrderTexts.cancelAgain(failureWords(error))}
        </Notice>
      )}
      {order.status === 'cancelled' && (
        <p role="status" className="rounded-tile bg-tile p-4 text-sm">
          {cancelledWords(order, data?.isNew)}
        </p>
      )}
      {order.status === 'placed' && !isAsking && (
        <Button look="quiet" onClick={() => setIsAsking(true)}>
          {adminOrderTexts.cancel}
        </Button>
      )}
      {order.status === 'placed' && isAsking && (
        <div className="flex flex-col gap-4 rounded-tile bg-tile p-4 sm:p-5">
          <p>
            {adminOrderTexts.cancelQuestion(
              (words) => (
                <span className="font-medium">{words}</span>
              ),
              piecesOf(order),
            )}
          </p>
          <div className="flex flex-wrap gap-3">
            <Button size="small" aria-disabled={isPending} onClick={() => !isPending && mutate(order.id)}>
              {isPending && <span aria-hidden className="spinner" />}
              {adminOrderTexts.cancelYes}
            </Button>
            <Button size="small" look="quiet" onClick={() => setIsAsking(false)}>
              {adminOrderTexts.cancelNo}
            </Button>
          </div>
        </div>
      )}
    </section>
  )
}

/** Keeps the keyboard here when the button that was pressed is gone. */
function useFocusOnStep(place: { current: HTMLElement | null }, step: string): void {
  const before = useRef(step)
  useEffect(() => {
    if (before.current === step) return
    before.current = step
    const button = step === 'done' ? null : place.current?.querySelector('button')
    ;(button ?? place.current)?.focus()
  }, [place, step])
}
