import type { Metadata } from 'next'
import { ButtonLink } from '../../components/button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'

export const metadata: Metadata = { title: 'Not found' }

export default function NotFound() {
  return (
    <EmptyState
      level="h1"
      title="This page is not on the shelf"
      action={<ButtonLink href="/">Back to the shop</ButtonLink>}
    >
      The address may be mistyped, or what stood here is no longer sold.
    </EmptyState>
  )
}
