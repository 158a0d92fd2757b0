import { cartTexts } from '#messages/cart.ts'
import { ButtonLink } from '../../components/button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'

/** @param onLeave called when the shopper follows the way out */
export function EmptyCart({ onLeave }: { onLeave?: () => void }) {
  return (
    <EmptyState
      title={cartTexts.emptyTitle}
      action={
        <ButtonLink href="/" {...(onLeave && { onNavigate: onLeave })}>
          {cartTexts.seeStock}
        </ButtonLink>
      }
    >
      {cartTexts.empty}
    </EmptyState>
  )
}
