import type { CheckoutItem } from '@onhand/contract/checkout'
import type { Reply } from './connections.ts'
import { pause } from './pause.ts'
import type { Records } from './records.ts'
import type { Shop } from './shop.ts'

const attemptsMax = 4
const retryWaitMs = 500
/** The shop may ask for more patience than a crowd has. */
const retryWaitMaxMs = 2_000

/**
 * Sends a purchase until it is decided, always with the same key, so that it is made once at most.
 *
 * @param stop waits no more between the attempts once this is aborted
 * @returns the answer that decided; undefined when nobody knows whether it was made
 */
export async function askToBuy(
  shop: Shop,
  idempotencyKey: string,
  items: readonly CheckoutItem[],
  { tally, findings }: Records,
  stop: AbortSignal,
): Promise<Reply | undefined> {
  let reply: Reply | undefined
  let mayHaveSold = false
  for (let attempt = 1; attempt <= attemptsMax; attempt++) {
    if (attempt > 1) await pause(waitMs(reply), stop)
    reply = await shop.checkout(idempotencyKey, items).catch(() => undefined)
    if (reply && reply.status < 500 && reply.status !== 429) return reply
    tally.errors += 1
    mayHaveSold ||= reply?.status !== 429
    if (reply?.status === 500) findings.add('not-as-promised', 'a checkout was answered 500')
  }
  return mayHaveSold ? undefined : reply
}

function waitMs(reply: Reply | undefined): number {
  const toldMs = Number(reply?.headers['retry-after']) * 1_000
  return toldMs > 0 ? Math.min(toldMs, retryWaitMaxMs) : retryWaitMs
}
