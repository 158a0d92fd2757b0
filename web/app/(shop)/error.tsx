'use client'

import { Button } from '../../components/button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'

export default function ShopError({ retry }: { error: unknown; retry: () => void }) {
  return (
    <EmptyState
      level="h1"
      title="The shop did not answer"
      action={<Button onClick={() => retry()}>Try again</Button>}
    >
      This page could not be loaded. Your cart is kept.
    </EmptyState>
  )
}
