import {
  type CategoriesReply,
  categoriesReply,
  type Product,
  type ProductPage,
  productPage,
  productReply,
} from '@onhand/contract/catalog'
import type { CheckoutRequest } from '@onhand/contract/checkout'
import { type Order, type OrderPage, orderPage, orderReply } from '@onhand/contract/orders'
import type { ProductSort } from '@onhand/contract/product-sorts'
import { type StockSnapshot, stockSnapshot } from '@onhand/contract/stock-events'
import { type AsOf, ask, askCatalog, openStream, searchOf, withBody } from './ask.ts'
import { askAs } from './ask-as.ts'

/** Product ids in one address, which a proxy may refuse past 8 KiB. */
const askedAtOnceMax = 150

export interface ProductListQuery {
  q?: string | undefined
  category?: string | undefined
  inStock?: boolean | undefined
  sort?: ProductSort | undefined
  limit?: number | undefined
  cursor?: string | undefined
  /** Ask for `total` too. */
  count?: true | undefined
}

/** @param signal gives up waiting for the answer */
export function listProducts(query: ProductListQuery, signal?: AbortSignal): Promise<ProductPage & AsOf> {
  return askCatalog(productPage, `/api/products${searchOf(query)}`, signal && { signal })
}

export function listCategories(): Promise<CategoriesReply & AsOf> {
  return askCatalog(categoriesReply, '/api/categories')
}

/** @throws Refusal `product_not_found` */
export async function showProduct(idOrSlug: string): Promise<Product & AsOf> {
  const path = `/api/products/${encodeURIComponent(idOrSlug)}`
  const { product, catalogRevision } = await askCatalog(productReply, path)
  return { ...product, catalogRevision }
}

/**
 * An order, for whoever holds its token or, with a shopper, for whom it belongs to.
 *
 * @throws Refusal `order_not_found`, also when the token is not this order's
 */
export async function showOrder(
  id: string,
  reader: { token?: string | undefined; shopper?: string | undefined },
): Promise<Order> {
  const path = `/api/orders/${encodeURIComponent(id)}${searchOf({ token: reader.token })}`
  return (await askAs(reader.shopper, orderReply, path)).order
}

/** One page of a shopper's orders, newest first. */
export function listOrders(shopper: string, cursor: string | undefined): Promise<OrderPage> {
  return askAs(shopper, orderPage, `/api/orders${searchOf({ cursor })}`)
}

/**
 * Makes a guest's order that of a shopper.
 *
 * @throws Refusal `order_not_found` when the token is not its token, or the order is another shopper's
 */
export async function claimOrder(shopper: string, id: string, accessToken: string): Promise<Order> {
  const path = `/api/orders/${encodeURIComponent(id)}/owner`
  return (await askAs(shopper, orderReply, path, withBody('PUT', { accessToken }))).order
}

/**
 * Buys, for a shopper or as a guest. Asking again with the same shopper, key and body gives the same answer and never a
 * second order.
 *
 * @throws Refusal `insufficient_stock`, `product_not_found`, `invalid_request`, `not_signed_in`, …
 * @throws NoAnswer when it is not known whether the order was placed
 */
export async function checkOut(
  body: CheckoutRequest,
  idempotencyKey: string,
  shopper: string | undefined,
): Promise<Order> {
  const request = withBody('POST', body, { 'Idempotency-Key': idempotencyKey })
  return (await askAs(shopper, orderReply, '/api/cart/checkout', request)).order
}

/**
 * Opens the stream of what happens to the stock of these products, or of all, and to the catalog.
 *
 * @throws NoAnswer or Refusal when it cannot be opened now
 */
export function openStockStream(
  productIds: readonly string[] | undefined,
  lastEventId: string | undefined,
  signal: AbortSignal,
): Promise<Response> {
  const headers = { Accept: 'text/event-stream', ...(lastEventId && { 'Last-Event-ID': lastEventId }) }
  const narrowed = productIds ? `products=${productIds.join()}&` : ''
  return openStream(`/api/stock/stream?${narrowed}catalog=all`, { headers, signal })
}

/** The stock of these products, without those that are not for sale. */
export async function askStock(productIds: readonly string[]): Promise<StockSnapshot> {
  const replies: Promise<StockSnapshot>[] = []
  for (let from = 0; from < productIds.length; from += askedAtOnceMax) {
    const path = `/api/stock?products=${productIds.slice(from, from + askedAtOnceMax).join()}`
    // What has not changed comes from the browser's own copy, after the shop was asked.
    replies.push(ask(stockSnapshot, path, { cache: 'no-cache' }))
  }
  const answers = await Promise.all(replies)
  return {
    stock: answers.flatMap(({ stock }) => stock),
    catalogRevision: Math.max(0, ...answers.map(({ catalogRevision = 0 }) => catalogRevision)),
  }
}
