'use client'

import { Button } from '../../../../components/button.tsx'
import { EmptyState } from '../../../../components/empty-state.tsx'

/** A shopper who has just bought may see this: it must not say that there is no order. */
export default function OrderError({ retry }: { error: unknown; retry: () => void }) {
  return (
    <EmptyState
      level="h1"
      title="The shop did not answer"
      action={<Button onClick={() => retry()}>Try again</Button>}
    >
      Only this page could not be loaded; your order may well be there. Keep the address of this page, and try
      again to see it.
    </EmptyState>
  )
}
