import { ButtonLink } from '../../../../components/button.tsx'
import { EmptyState } from '../../../../components/empty-state.tsx'

export default function OrderNotFound() {
  return (
    <EmptyState
      level="h1"
      title="No order at this address"
      action={<ButtonLink href="/">Back to the shop</ButtonLink>}
    >
      The address of a confirmation holds a secret part that opens it. Check that it was copied whole, from
      “orders” to the very end.
    </EmptyState>
  )
}
