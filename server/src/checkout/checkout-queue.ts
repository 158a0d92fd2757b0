import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Database } from '../database/database.ts'
import { inTransaction } from '../database/transaction.ts'
import type { StockFeed } from '../inventory/stock-feed.ts'
import { Refusal } from '../refusal.ts'
import type { Answer, Attempt } from './attempt.ts'
import { decideOrders } from './decide-orders.ts'

/** Attempts decided in one transaction. */
const batchMax = 128
/** Lines decided in one transaction, so that a few huge carts do not hold up the rest. */
const batchLinesMax = 1_000
/** Attempts waiting; past it a shopper is asked to come back rather than kept waiting. */
const queueMax = 10_000

/** Takes attempts to buy and decides them in arrival order, as many together as wait while a commit is under way. */
export interface CheckoutQueue {
  /**
   * Decides one attempt; the answer comes after the commit.
   *
   * @throws Refusal `unavailable` when the queue is full or the database takes no writes
   */
  submit(attempt: Attempt): Promise<Answer>
}

interface Waiting {
  readonly attempt: Attempt
  readonly resolve: (answer: Answer) => void
  readonly reject: (error: unknown) => void
}

/** Group commit: one fsync pays for every order of a batch, and a hot product costs no more than a cold one. */
export function createCheckoutQueue(database: Database, feed: StockFeed): CheckoutQueue {
  const waiting: Waiting[] = []
  let working = false

  async function work(): Promise<void> {
    working = true
    while (waiting.length > 0) {
      // Lets every request in that has arrived meanwhile: a commit holds up the process, and they wait in its sockets.
      await nextTurn()
      await settle(takeBatch(waiting))
    }
    working = false
  }

  async function settle(batch: readonly Waiting[]): Promise<void> {
    try {
      const attempts = batch.map(({ attempt }) => attempt)
      const answers = await inTransaction(database, (tx) => decideOrders(tx, feed, attempts))
      for (const [index, { resolve, reject }] of batch.entries()) {
        const answer = answers[index]
        if (answer) resolve(answer)
        else reject(new Error('an attempt was left undecided'))
      }
    } catch (error) {
      if (batch.length === 1 || error instanceof Refusal) for (const { reject } of batch) reject(error)
      else for (const one of batch) await settle([one])
    }
  }

  return {
    submit(attempt) {
      if (waiting.length >= queueMax) {
        throw new Refusal(
          'unavailable',
          'Too many orders are waiting. Nothing was ordered; please try again.',
          {
            retryAfterSeconds: 2,
          },
        )
      }
      return new Promise((resolve, reject) => {
        waiting.push({ attempt, resolve, reject })
        if (!working) void work()
      })
    },
  }
}

function takeBatch(waiting: Waiting[]): Waiting[] {
  let lines = 0
  const end = waiting.findIndex(({ attempt }, index) => {
    lines += attempt.request.items.length
    return index === batchMax || (index > 0 && lines > batchLinesMax)
  })
  return waiting.splice(0, end === -1 ? waiting.length : end)
}
