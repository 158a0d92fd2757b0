'use client'

import { orderTexts } from '#messages/orders.tsx'
import { Button } from '../../../../components/button.tsx'
import { EmptyState } from '../../../../components/empty-state.tsx'

/** A shopper who has just bought may see this: it must not say that there is no order. */
export default function OrderError({ retry }: { error: unknown; retry: () => void }) {
  return (
    <EmptyState
      level="h1"
      title={orderTexts.noAnswer}
      action={<Button onClick={() => retry()}>{orderTexts.tryAgain}</Button>}
    >
      {orderTexts.orderFailedKeep}
    </EmptyState>
  )
}
