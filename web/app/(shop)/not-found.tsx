import type { Metadata } from 'next'
import { pageTexts } from '#messages/pages.ts'
import { ButtonLink } from '../../components/button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'

export const metadata: Metadata = { title: pageTexts.notFound }

export default function NotFound() {
  return (
    <EmptyState
      level="h1"
      title={pageTexts.notFoundTitle}
      action={<ButtonLink href="/">{pageTexts.backToShop}</ButtonLink>}
    >
      {pageTexts.notFoundWhy}
    </EmptyState>
  )
}
