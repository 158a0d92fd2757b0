/** Under `shopper` stands what is of whoever is signed in, to be forgotten when they leave. */
export function orderKey(shopper: string | undefined, id: string) {
  return ['shopper', shopper, 'order', id] as const
}

export function ordersKey(shopper: string | undefined) {
  return ['shopper', shopper, 'orders'] as const
}

/** How old an order may be on a page that is looked at, in milliseconds. */
export const orderFreshMs = 30_000
