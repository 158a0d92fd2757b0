import type { Order } from '@onhand/contract/orders'
import { orderTexts } from '#messages/orders.tsx'

/** An order that was placed this short a while ago is thanked for. */
const freshMs = 60 * 60 * 1_000
/** Products that are named before the rest is counted. */
const namedMax = 2

/** What an order is called on its own page. */
export function orderTitle({ status, createdAt }: Order, nowMs: number): string {
  if (status === 'cancelled') return orderTexts.wasCancelled
  return nowMs - Date.parse(createdAt) < freshMs ? orderTexts.thanks : orderTexts.order
}

/** `Turned oak bowl, Linen apron and 2 more` */
export function orderSummary({ items }: Order): string {
  const names = items.slice(0, namedMax).map(({ name }) => name)
  return orderTexts.summary(names, items.length - names.length)
}
