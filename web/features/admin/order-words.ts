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

export function piecesWords(order: AdminOrder): string {
  return adminOrderTexts.pieces(piecesOf(order))
}

/** What became of an order, when this page has cancelled it just now, found it cancelled meanwhile, or shows it later. */
export function cancelledWords(order: AdminOrder, isNew: boolean | undefined): string {
  if (isNew === true) return adminOrderTexts.cancelled(piecesOf(order))
  if (isNew === false) return adminOrderTexts.cancelledBefore
  return adminOrderTexts.wasCancelled(piecesOf(order))
}

export function piecesOf({ items }: AdminOrder): number {
  return items.reduce((sum, { quantity }) => sum + quantity, 0)
}
