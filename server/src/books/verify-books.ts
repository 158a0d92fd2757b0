import { orderReply } from '@onhand/contract/orders'
import type { Db } from '../database/database.ts'
import {
  countBooks,
  type KeyPlace,
  selectAcceptedAnswers,
  selectBrokenMovements,
  selectOrderIds,
  selectStrayReturns,
  selectStraySales,
  selectUnbalancedOrders,
  selectUnbalancedProducts,
  selectUnreturnedLines,
  selectUnsoldLines,
} from './queries.ts'

const answersPerPage = 1_000

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
  const checks: Array<[rule: string, find: (db: Db) => Promise<Array<Omit<Finding, 'rule'>>>]> = [
    ['a product has what its movements add up to', selectUnbalancedProducts],
    ['versions have no gap, and each movement starts where the last one ended', selectBrokenMovements],
    ['each order line was taken from the stock once', selectUnsoldLines],
    ['each sale belongs to an order line', selectStraySales],
    ['each line of a cancelled order came back once', selectUnreturnedLines],
    ['each return belongs to a cancelled order', selectStrayReturns],
    ['an order has lines, and they make its total', selectUnbalancedOrders],
    ['an order that was answered exists, and was answered for one key', findLostOrders],
  ]
  const findings: Finding[] = []
  for (const [rule, find] of checks)
    findings.push(...(await find(db)).map((finding) => ({ rule, ...finding })))
  return { findings, counted: await countBooks(db) }
}

async function findLostOrders(db: Db): Promise<Array<Omit<Finding, 'rule'>>> {
  const lost: Array<Omit<Finding, 'rule'>> = []
  const seen = new Set<string>()
  let after: KeyPlace = { owner: '', key: '' }
  for (;;) {
    const page = await selectAcceptedAnswers(db, after, answersPerPage)
    const answered = page.map(({ key, body }) => ({ key, id: orderReply.parse(JSON.parse(body)).order.id }))
    const known = await selectOrderIds(
      db,
      answered.map(({ id }) => id),
    )
    for (const { key, id } of answered) {
      if (!known.has(id))
        lost.push({ subject: id, detail: `answered for key ${key}, but there is no such order` })
      if (seen.has(id)) lost.push({ subject: id, detail: `answered for key ${key} and for another` })
      seen.add(id)
    }
    if (page.length < answersPerPage) return lost
    after = page.at(-1) ?? after
  }
}
