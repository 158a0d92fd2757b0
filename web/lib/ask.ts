import { problem } from '@onhand/contract/errors'
import { catalogRevisionHeader } from '@onhand/contract/stock-events'
import type * as z from 'zod/mini'
import { NoAnswer, Refusal } from './api-errors.ts'
import { bodyOf, retryAfterOf, send } from './send.ts'

/** A request that has had no answer for this long counts as lost. */
const answerMaxMs = 15_000

/**
 * Asks the API and reads the answer with its schema.
 *
 * @throws Refusal when the shop says no
 * @throws NoAnswer when no answer arrived, or not one as agreed
 */
export async function ask<T extends z.ZodMiniType>(
  schema: T,
  path: string,
  init?: RequestInit,
): Promise<z.infer<T>> {
  return (await askWhole(schema, path, init)).reply
}

/** What was read from the catalog in this state of it, or in a newer one. */
export interface AsOf {
  readonly catalogRevision: number
}

/** Asks like `ask`, for what is said of products. */
export async function askCatalog<T extends z.ZodMiniType<object>>(
  schema: T,
  path: string,
  init?: RequestInit,
): Promise<z.infer<T> & AsOf> {
  const { reply, response } = await askWhole(schema, path, init)
  // Where something on the way took the header away, nothing can be newer.
  const catalogRevision = Number(response.headers.get(catalogRevisionHeader) ?? Number.MAX_SAFE_INTEGER)
  return { ...reply, catalogRevision }
}

async function askWhole<T extends z.ZodMiniType>(
  schema: T,
  path: string,
  init?: RequestInit,
): Promise<{ reply: z.infer<T>; response: Response }> {
  const response = await send(path, { signal: AbortSignal.timeout(answerMaxMs), ...init })
  if (!response.ok) throw await refusalOf(response)
  const reply = schema.safeParse(await bodyOf(response))
  if (!reply.success) throw new NoAnswer(`The answer to ${path} is not as agreed.`, { cause: reply.error })
  return { reply: reply.data, response }
}

/**
 * Opens a stream of events.
 *
 * @throws NoAnswer or Refusal when it cannot be opened now
 */
export async function openStream(path: string, init: RequestInit): Promise<Response> {
  const response = await send(path, init)
  if (!response.ok) throw await refusalOf(response)
  return response
}

/** A request with a body. */
export function withBody(
  method: 'POST' | 'PUT' | 'PATCH',
  body: unknown,
  headers?: Record<string, string>,
): RequestInit {
  return { method, headers: { 'Content-Type': 'application/json', ...headers }, body: JSON.stringify(body) }
}

/** `?q=bowl`, without what is not set; empty when nothing is. */
export function searchOf(query: object): string {
  const pairs = Object.entries(query).filter(([, value]) => value !== undefined && value !== '')
  const search = new URLSearchParams(pairs.map(([name, value]) => [name, String(value)])).toString()
  return search && `?${search}`
}

/** What a failed response means; one that is not the shop's own (a proxy's error page) is no answer at all. */
async function refusalOf(response: Response): Promise<Refusal | NoAnswer> {
  const retryAfterMs = retryAfterOf(response)
  const body: unknown = await response.json().catch(() => undefined)
  const refusal = problem.safeParse(body)
  if (refusal.success) return new Refusal(refusal.data, retryAfterMs)
  return new NoAnswer(`The shop answered ${response.status}.`, { retryAfterMs })
}
