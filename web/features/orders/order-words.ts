import type { Order } from '@onhand/contract/orders'

/** An order that was placed this short a while ago is thanked for. */
const freshMs = 60 * 60 * 1_000
/** Products that are named before the rest is counted. */
const namedMax = 2

/** What an order is called on its own page. */
export function orderTitle({ status, createdAt }: Order, nowMs: number): string {
  if (status === 'cancelled') return 'This order was cancelled.'
  return nowMs - Date.parse(createdAt) < freshMs ? 'Thank you. It is yours.' : 'Your order'
}

/** `Turned oak bowl, Linen apron and 2 more` */
export function orderSummary({ items }: Order): string {
  const names = items.slice(0, namedMax).map(({ name }) => name)
  const rest = items.length - names.length
  if (rest > 0) return `${names.join(', ')} and ${rest} more`
  return names.join(' and ')
}
