'use client'

import { failureTexts } from '#messages/failures.ts'
import { Button } from '../../components/button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'

export default function ShopError({ retry }: { error: unknown; retry: () => void }) {
  return (
    <EmptyState
      level="h1"
      title={failureTexts.noAnswer}
      action={<Button onClick={() => retry()}>{failureTexts.tryAgain}</Button>}
    >
      {failureTexts.pageFailed}
    </EmptyState>
  )
}
