import { orderReply } from '@onhand/contract/orders'
import type { Db } from '../database/database.ts'
import {
  countBooks,
  type KeyPlace,
  selectAcceptedAnswers,
  selectBrokenMovements,
  selectCauselessMovements,
  selectLostHistories,
  selectOrderIds,
  selectOrdersSince,
  selectStrayReturns,
  selectStraySales,
  selectUnbalancedOrders,
  selectUnbalancedProducts,
  selectUnreturnedLines,
  selectUnsoldLines,
} from './queries.ts'

const rowsPerPage = 1_000
/** Answers are kept for at least so long; of older orders they may be forgotten. */
const answersKeptMs = 24 * 60 * 60 * 1_000

/** One thing that does not add up. */
interface Finding {
  /** The rule that is broken, in words. */
  readonly rule: string
  /** The id of the product or order it was found at. */
  readonly subject: string
  readonly detail: string
}

export interface Verdict {
  readonly findings: readonly Finding[]
  readonly counted: { readonly products: number; readonly movements: number; readonly orders: number }
}

/**
 * Reconciles stock, ledger, orders and kept answers of a database, whichever engine it is on. It reads only, and wants the
 * shop quiet: what is sold while it reads can look like a difference.
 */
export async function verifyBooks(db: Db): Promise<Verdict> {
  const answered = await readAnswered(db)
  const checks: Array<[rule: string, find: (db: Db) => Promise<Array<Omit<Finding, 'rule'>>>]> = [
    ['a product has what its movements add up to', selectUnbalancedProducts],
    ['versions have no gap, and each movement starts where the last one ended', selectBrokenMovements],
    ['the history of a product ends at its version', selectLostHistories],
    ['each movement names its reason, cause and actor', selectCauselessMovements],
    ['each order line was taken from the stock once', selectUnsoldLines],
    ['each sale belongs to an order line', selectStraySales],
    ['each line of a cancelled order came back once', selectUnreturnedLines],
    ['each return belongs to a cancelled order', selectStrayReturns],
    ['an order has lines, and they make its total', selectUnbalancedOrders],
    ['an order that was answered exists, and was answered for one key', (db) => findLostOrders(db, answered)],
    ['an order of the last day has its kept answer', (db) => findUnansweredOrders(db, answered)],
  ]
  const findings: Finding[] = []
  for (const [rule, find] of checks)
    findings.push(...(await find(db)).map((finding) => ({ rule, ...finding })))
  return { findings, counted: await countBooks(db) }
}

interface Answered {
  readonly key: string
  readonly orderId: string
}

/** The orders that kept answers tell of. */
async function readAnswered(db: Db): Promise<Answered[]> {
  const answered: Answered[] = []
  let after: KeyPlace = { owner: '', key: '' }
  for (;;) {
    const page = await selectAcceptedAnswers(db, after, rowsPerPage)
    for (const { key, body } of page)
      answered.push({ key, orderId: orderReply.parse(JSON.parse(body)).order.id })
    if (page.length < rowsPerPage) return answered
    after = page.at(-1) ?? after
  }
}

async function findLostOrders(db: Db, answered: readonly Answered[]): Promise<Array<Omit<Finding, 'rule'>>> {
  const lost: Array<Omit<Finding, 'rule'>> = []
  const seen = new Set<string>()
  for (let start = 0; start < answered.length; start += rowsPerPage) {
    const page = answered.slice(start, start + rowsPerPage)
    const known = await selectOrderIds(
      db,
      page.map(({ orderId }) => orderId),
    )
    for (const { key, orderId } of page) {
      if (!known.has(orderId))
        lost.push({ subject: orderId, detail: `answered for key ${key}, but there is no such order` })
      if (seen.has(orderId))
        lost.push({ subject: orderId, detail: `answered for key ${key} and for another` })
      seen.add(orderId)
    }
  }
  return lost
}

async function findUnansweredOrders(
  db: Db,
  answered: readonly Answered[],
): Promise<Array<Omit<Finding, 'rule'>>> {
  const since = new Date(Date.now() - answersKeptMs).toISOString()
  const known = new Set(answered.map(({ orderId }) => orderId))
  const unanswered: Array<{ readonly id: string; readonly createdAt: string }> = []
  for (let after = ''; ; ) {
    const page = await selectOrdersSince(db, since, after, rowsPerPage)
    unanswered.push(...page.filter(({ id }) => !known.has(id)))
    if (page.length < rowsPerPage) break
    after = page.at(-1)?.id ?? after
  }
  if (unanswered.length === 0) return []
  // An order placed since the answers were read came with its own.
  const later = new Set((await readAnswered(db)).map(({ orderId }) => orderId))
  return unanswered
    .filter(({ id }) => !later.has(id))
    .map(({ id, createdAt }) => ({
      subject: id,
      detail: `ordered at ${createdAt}, and no answer tells of it`,
    }))
}
