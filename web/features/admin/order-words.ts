import type { AdminOrder } from '@onhand/contract/orders'

export const statusWords: Record<AdminOrder['status'], string> = { placed: 'Placed', cancelled: 'Cancelled' }

/** Who ordered, as far as it is known. */
export function buyerWords({ customerName, email, customerId }: AdminOrder): string {
  return customerName || email || (customerId === null ? 'A guest' : 'A customer')
}

export function piecesWords({ items }: AdminOrder): string {
  const pieces = items.reduce((sum, { quantity }) => sum + quantity, 0)
  return pieces === 1 ? '1 piece' : `${pieces} pieces`
}
