import type { AdminOrder } from '@onhand/contract/orders'
import { adminOrderTexts } from '#messages/admin-orders.tsx'

export const statusWords: Record<AdminOrder['status'], string> = {
  placed: adminOrderTexts.status.placed,
  cancelled: adminOrderTexts.status.cancelled,
}

/** Who ordered, as far as it is known. */
export function buyerWords({ customerName, email, customerId }: AdminOrder): string {
  return customerName || email || (customerId === null ? adminOrderTexts.aGuest : adminOrderTexts.aCustomer)
}

export function piecesWords({ items }: AdminOrder): string {
  const pieces = items.reduce((sum, { quantity }) => sum + quantity, 0)
  return adminOrderTexts.pieces(pieces)
}
