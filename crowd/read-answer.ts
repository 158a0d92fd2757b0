import type { CheckoutItem, Shortage } from '@onhand/contract/checkout'
import { problem } from '@onhand/contract/errors'
import { orderReply } from '@onhand/contract/orders'
import type { Reply } from './connections.ts'
import type { Records } from './records.ts'
import { jsonOf } from './shop.ts'
import { countOrder } from './tally.ts'

/** What an answer to a purchase says. */
export interface AnswerRead {
  readonly outcome: 'sold' | 'refused' | 'unknown'
  readonly shortages: readonly Shortage[]
}

/** Reads the answer that decided a purchase, counts it, and writes down what is not as it should be. */
export function readAnswer(
  reply: Reply | undefined,
  items: readonly CheckoutItem[],
  records: Records,
): AnswerRead {
  try {
    if (reply?.status === 201) return readOrder(reply, items, records)
    if (reply?.status === 409) return readShortages(reply, records)
  } catch (error) {
    records.findings.add('not-as-promised', `a checkout's ${reply?.status}: ${(error as Error).message}`)
    return { outcome: 'unknown', shortages: [] }
  }
  return reply ? readRefusal(reply, records) : { outcome: 'unknown', shortages: [] }
}

function readOrder(reply: Reply, items: readonly CheckoutItem[], { tally, findings }: Records): AnswerRead {
  const { order } = orderReply.parse(jsonOf(reply))
  countOrder(tally, order.items)
  if (inWords(order.items) !== inWords(items)) {
    findings.add(
      'not-as-promised',
      `asked for ${inWords(items)}, order ${order.id} is ${inWords(order.items)}`,
    )
  }
  return { outcome: 'sold', shortages: [] }
}

function readShortages(reply: Reply, { tally, findings, history }: Records): AnswerRead {
  const { shortages = [] } = problem.parse(jsonOf(reply))
  tally.soldOut += 1
  if (shortages.length === 0) findings.add('not-as-promised', 'a refusal named no shortage')
  for (const { productId, requested, available, version } of shortages) {
    history.note({ productId, stock: available, version }, 'a refusal')
    if (available < requested) continue
    findings.add('not-as-promised', `refused ${requested} of ${productId} although there were ${available}`)
  }
  return { outcome: 'refused', shortages }
}

/** A product can be withdrawn and a shop can ask for patience; whatever else is refused should not have been. */
function readRefusal({ status, text }: Reply, { tally, findings }: Records): AnswerRead {
  tally.otherRefusals += 1
  if (status !== 404 && status !== 429) {
    findings.add('not-as-promised', `a checkout was answered ${status}: ${text.slice(0, 80)}`)
  }
  return { outcome: 'refused', shortages: [] }
}

function inWords(items: readonly CheckoutItem[]): string {
  return items
    .map(({ productId, quantity }) => `${quantity} × ${productId}`)
    .sort()
    .join(', ')
}
