import type { SignedIn } from './account-client.ts'
import { call, type Reply } from './api-client.ts'

/** Asks `/api/admin` as somebody; with a body, to change something. */
export function adminCall(
  url: string,
  { headers }: Pick<SignedIn, 'headers'>,
  path: string,
  change?: { readonly method: 'POST' | 'PATCH'; readonly body?: unknown },
): Promise<Reply> {
  return call(url, `/api/admin/${path}`, {
    ...(change ? { method: change.method } : {}),
    headers: { ...headers, ...(change?.body === undefined ? {} : { 'Content-Type': 'application/json' }) },
    ...(change?.body === undefined ? {} : { body: JSON.stringify(change.body) }),
  })
}

/** Books a movement or a count. */
export function move(
  url: string,
  who: Pick<SignedIn, 'headers'>,
  productId: string,
  body: unknown,
): Promise<Reply> {
  return adminCall(url, who, `products/${productId}/stock-movements`, { method: 'POST', body })
}
