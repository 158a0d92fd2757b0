import { NoAnswer } from '../api-errors.ts'
import { bodyOf, retryAfterOf, send } from '../send.ts'
import { isStockSnapshot, type StockSnapshot } from './stock-shapes.ts'

/** Product ids in one address, which a proxy may refuse past 8 KiB. */
const askedAtOnceMax = 150
/** A request that has had no answer for this long counts as lost. */
const answerMaxMs = 15_000

/**
 * Opens the stream of what happens to the stock of these products, or of all, and to the catalog.
 *
 * @throws NoAnswer when it cannot be opened now
 */
export function openStockStream(
  productIds: readonly string[] | undefined,
  lastEventId: string | undefined,
  signal: AbortSignal,
): Promise<Response> {
  const headers = { Accept: 'text/event-stream', ...(lastEventId && { 'Last-Event-ID': lastEventId }) }
  const narrowed = productIds ? `products=${productIds.join()}&` : ''
  return sendWell(`/api/stock/stream?${narrowed}catalog=all`, { headers, signal })
}

/**
 * The stock of these products, without those that are not for sale.
 *
 * @throws NoAnswer when it cannot be had now
 */
export async function askStock(productIds: readonly string[]): Promise<StockSnapshot> {
  const replies: Promise<StockSnapshot>[] = []
  for (let from = 0; from < productIds.length; from += askedAtOnceMax) {
    replies.push(askSome(productIds.slice(from, from + askedAtOnceMax)))
  }
  const answers = await Promise.all(replies)
  return {
    stock: answers.flatMap(({ stock }) => stock),
    catalogRevision: Math.max(0, ...answers.map(({ catalogRevision = 0 }) => catalogRevision)),
  }
}

async function askSome(productIds: readonly string[]): Promise<StockSnapshot> {
  const path = `/api/stock?products=${productIds.join()}`
  // What has not changed comes from the browser's own copy, after the shop was asked.
  const response = await sendWell(path, { cache: 'no-cache', signal: AbortSignal.timeout(answerMaxMs) })
  const snapshot = await bodyOf(response)
  if (!isStockSnapshot(snapshot)) throw new NoAnswer(`The answer to ${path} is not as agreed.`)
  return snapshot
}

/** Whatever the shop refuses it for, it is tried again: all that counts is how long the shop wants to be left alone. */
async function sendWell(path: string, init: RequestInit): Promise<Response> {
  const response = await send(path, init)
  if (response.ok) return response
  await response.body?.cancel()
  throw new NoAnswer(`The shop answered ${response.status}.`, { retryAfterMs: retryAfterOf(response) })
}
