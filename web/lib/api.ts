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
import { type AsOf, askCatalog, searchOf, withBody } from './ask.ts'
import { askAs } from './ask-as.ts'

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
