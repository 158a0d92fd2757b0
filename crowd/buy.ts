import { randomUUIDv7 } from 'node:crypto'
import { performance } from 'node:perf_hooks'
import type { CheckoutItem, Shortage } from '@onhand/contract/checkout'
import { askToBuy } from './ask-to-buy.ts'
import type { Reply } from './connections.ts'
import { chance } from './random.ts'
import { readAnswer } from './read-answer.ts'
import type { Records } from './records.ts'
import type { Shop } from './shop.ts'

/** Purchases that are sent twice with one key, half of them at once, as a double click does, half after the answer. */
const repeatShare = 0.1

/**
 * Buys once, and sometimes sends the same again on purpose, which must give the same answer.
 *
 * @returns what there was too little of; nothing was bought then. Empty when it was bought or could not be decided.
 */
export async function buy(
  shop: Shop,
  items: readonly CheckoutItem[],
  records: Records,
  stop: AbortSignal,
): Promise<readonly Shortage[]> {
  const key = randomUUIDv7()
  const ask = () => askToBuy(shop, key, items, records, stop)
  const isRepeated = chance(repeatShare)
  const productIds = items.map((item) => item.productId)
  records.tally.undecided.set(key, items)
  const sent = records.delays.send(productIds, performance.now())
  const first = ask()
  const twin = isRepeated && chance(0.5) ? ask() : undefined
  const reply = (await first) ?? (await twin)
  const read = readAnswer(reply, items, records)
  sent.conclude(read.outcome, performance.now())
  if (read.outcome !== 'unknown') records.tally.undecided.delete(key)
  if (isRepeated) compareRepeat(reply, await (twin ?? ask()), records, twin === undefined)
  return read.shortages
}

function compareRepeat(
  first: Reply | undefined,
  second: Reply | undefined,
  { tally, findings }: Records,
  isAfterwards: boolean,
): void {
  if (!first || !second || first.status === 429 || second.status === 429) return
  tally.repeats += 1
  if (first.status !== second.status || first.text !== second.text) {
    findings.add(
      'key-answered-twice',
      `one key was answered ${first.status}, then ${second.status} with another body`,
    )
  } else if (isAfterwards && second.headers['idempotency-replayed'] !== 'true') {
    findings.add('not-as-promised', 'a repeated answer came without Idempotency-Replayed: true')
  }
}
