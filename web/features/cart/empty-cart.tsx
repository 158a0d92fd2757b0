import { ButtonLink } from '../../components/button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'

/** @param onLeave called when the shopper follows the way out */
export function EmptyCart({ onLeave }: { onLeave?: () => void }) {
  return (
    <EmptyState
      title="Your cart is empty"
      action={
        <ButtonLink href="/" {...(onLeave && { onNavigate: onLeave })}>
          See what is in stock
        </ButtonLink>
      }
    >
      What you add is kept on this device, in all its tabs. It is not taken from the shelf until you order.
    </EmptyState>
  )
}
