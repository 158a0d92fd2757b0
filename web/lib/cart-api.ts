import { type Cart, type CartMergeReply, cart, cartMergeReply } from '@onhand/contract/cart'
import type { CheckoutItem } from '@onhand/contract/checkout'
import { withBody } from './ask.ts'
import { askAs, openStreamAs } from './ask-as.ts'

/** The cart that the shop keeps for a shopper. */
export function readKeptCart(shopper: string): Promise<Cart> {
  return askAs(shopper, cart, '/api/cart')
}

/** Puts these items in place of what was kept. The request is finished even when its page is closed meanwhile. */
export function replaceKeptCart(shopper: string, items: CheckoutItem[]): Promise<Cart> {
  return askAs(shopper, cart, '/api/cart', { ...withBody('PUT', { items }), keepalive: true })
}

/** Adds these items to what is kept, up to what is in stock; asked again with the same key, it adds nothing more. */
export function mergeIntoKeptCart(
  shopper: string,
  items: CheckoutItem[],
  idempotencyKey: string,
): Promise<CartMergeReply> {
  const request = withBody('POST', { items }, { 'Idempotency-Key': idempotencyKey })
  return askAs(shopper, cartMergeReply, '/api/cart/merge', request)
}

/** Opens the stream of a shopper's cart: as it is now, and after every change. */
export function openCartStream(shopper: string, signal: AbortSignal): Promise<Response> {
  return openStreamAs(shopper, '/api/cart/stream', { headers: { Accept: 'text/event-stream' }, signal })
}
