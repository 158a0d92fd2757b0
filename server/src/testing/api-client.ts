import type { CheckoutItem } from '@onhand/contract/checkout'
import { expectDescribed } from './expect-described.ts'

export interface Reply {
  readonly status: number
  readonly headers: Headers
  // biome-ignore lint/suspicious/noExplicitAny: tests read what they expect and fail if it is not there
  readonly body: any
}

/** Sends a request to a test shop and reads the answer, as JSON where it is JSON. It must be as the API's document says. */
export async function call(url: string, path: string, init?: RequestInit): Promise<Reply> {
  const response = await fetch(`${url}${path}`, init)
  const text = await response.text()
  const isJson = /[/+]json/.test(response.headers.get('Content-Type') ?? '')
  const reply = {
    status: response.status,
    headers: response.headers,
    body: isJson ? JSON.parse(text) : text,
  }
  expectDescribed({ method: init?.method ?? 'GET', path, ...reply })
  return reply
}

/** Tries to buy. */
export function checkout(
  url: string,
  items: readonly CheckoutItem[],
  options: { key?: string; contact?: unknown; headers?: Record<string, string> } = {},
): Promise<Reply> {
  const { key, contact, headers: more } = options
  return call(url, '/api/cart/checkout', {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      ...more,
      ...(key === undefined ? {} : { 'Idempotency-Key': key }),
    },
    body: JSON.stringify({ items, ...(contact === undefined ? {} : { contact }) }),
  })
}

/** What the shop says there is of a product. */
export async function stockOf(url: string, productId: string): Promise<{ stock: number; version: number }> {
  const { body } = await call(url, `/api/products/${productId}`)
  return { stock: body.product.stock, version: body.product.version }
}
