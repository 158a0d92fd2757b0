import {
  type Category,
  categoriesReply,
  type Product,
  type ProductPage,
  type ProductSort,
  productPage,
  productReply,
} from '@onhand/contract/catalog'
import type { CheckoutRequest } from '@onhand/contract/checkout'
import { problem } from '@onhand/contract/errors'
import { type Order, orderReply } from '@onhand/contract/orders'
import type * as z from 'zod/mini'
import { NoAnswer, Refusal } from './api-errors.ts'

/** A request that has had no answer for this long counts as lost. */
const answerMaxMs = 15_000

export interface ProductListQuery {
  q?: string | undefined
  category?: string | undefined
  inStock?: boolean | undefined
  sort?: ProductSort | undefined
  limit?: number | undefined
  cursor?: string | undefined
}

export function listProducts(query: ProductListQuery): Promise<ProductPage> {
  return ask(productPage, `/api/products${searchOf(query)}`)
}

export async function listCategories(): Promise<Category[]> {
  return (await ask(categoriesReply, '/api/categories')).categories
}

/** @throws Refusal `product_not_found` */
export async function showProduct(idOrSlug: string): Promise<Product> {
  return (await ask(productReply, `/api/products/${encodeURIComponent(idOrSlug)}`)).product
}

/** @throws Refusal `order_not_found`, also when the token is not this order's */
export async function showOrder(id: string, token: string | undefined): Promise<Order> {
  return (await ask(orderReply, `/api/orders/${encodeURIComponent(id)}${searchOf({ token })}`)).order
}

/**
 * Buys. Asking again with the same key and body gives the same answer and never a second order.
 *
 * @throws Refusal `insufficient_stock`, `product_not_found`, `invalid_request`, …
 * @throws NoAnswer when it is not known whether the order was placed
 */
export async function checkOut(body: CheckoutRequest, idempotencyKey: string): Promise<Order> {
  const reply = await ask(orderReply, '/api/cart/checkout', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': idempotencyKey },
    body: JSON.stringify(body),
  })
  return reply.order
}

/**
 * Opens the stream of all stock changes.
 *
 * @throws NoAnswer or Refusal when it cannot be opened now
 */
export async function openStockStream(
  lastEventId: string | undefined,
  signal: AbortSignal,
): Promise<Response> {
  const headers = { Accept: 'text/event-stream', ...(lastEventId && { 'Last-Event-ID': lastEventId }) }
  const response = await send('/api/stock/stream', { headers, signal })
  if (!response.ok) throw await refusalOf(response)
  return response
}

/** Where the API is: in a browser the page's own origin, on the server wherever it was told. */
function apiBase(): string {
  if (typeof window !== 'undefined') return ''
  return process.env.API_URL ?? `http://127.0.0.1:${process.env.PORT ?? 3000}`
}

/** Asks the shop, and checks the answer. */
export async function ask<T extends z.ZodMiniType>(
  schema: T,
  path: string,
  init?: RequestInit,
): Promise<z.infer<T>> {
  const response = await send(path, { signal: AbortSignal.timeout(answerMaxMs), ...init })
  if (!response.ok) throw await refusalOf(response)
  const reply = schema.safeParse(await bodyOf(response))
  if (!reply.success) throw new NoAnswer(`The answer to ${path} is not as agreed.`, { cause: reply.error })
  return reply.data
}

async function send(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(apiBase() + path, { cache: 'no-store', ...init })
  } catch (cause) {
    throw new NoAnswer(`The shop could not be reached for ${path}.`, { cause })
  }
}

async function bodyOf(response: Response): Promise<unknown> {
  try {
    return await response.json()
  } catch (cause) {
    throw new NoAnswer('The answer broke off.', { cause })
  }
}

/** What a failed response means; one that is not the shop's own (a proxy's error page) is no answer at all. */
async function refusalOf(response: Response): Promise<Refusal | NoAnswer> {
  const retryAfterMs = retryAfterOf(response)
  const body: unknown = await response.json().catch(() => undefined)
  const refusal = problem.safeParse(body)
  if (refusal.success) return new Refusal(refusal.data, retryAfterMs)
  return new NoAnswer(`The shop answered ${response.status}.`, { retryAfterMs })
}

function retryAfterOf(response: Response): number | undefined {
  const seconds = Number(response.headers.get('Retry-After') ?? Number.NaN)
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1_000 : undefined
}

/** A query as it stands in an address, without what is undefined or empty. */
export function searchOf(query: object): string {
  const pairs = Object.entries(query).filter(([, value]) => value !== undefined && value !== '')
  const search = new URLSearchParams(pairs.map(([name, value]) => [name, String(value)])).toString()
  return search && `?${search}`
}
