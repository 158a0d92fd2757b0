import { pageTexts } from '#messages/pages.ts'
import { ButtonLink } from '../../../../components/button.tsx'
import { EmptyState } from '../../../../components/empty-state.tsx'

export default function OrderNotFound() {
  return (
    <EmptyState
      level="h1"
      title={pageTexts.noOrder}
      action={<ButtonLink href="/">{pageTexts.backToShop}</ButtonLink>}
    >
      {pageTexts.noOrderWhy}
    </EmptyState>
  )
}
