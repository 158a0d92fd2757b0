import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Database } from '../database/database.ts'
import { CommitUnknown, performInTransaction } from '../database/transaction.ts'
import type { Answer } from '../http/answer.ts'
import { readStock } from '../inventory/read-stock.ts'
import type { StockPublisher } from '../inventory/stock-feed.ts'
import { Refusal } from '../refusal.ts'
import type { Attempt } from './attempt.ts'
import { work as decideOrders } from './decide-orders.ts'

/** Attempts decided in one transaction. */
const batchMax = 128
/** Lines decided in one transaction, so that a few huge carts do not hold up the rest. */
const batchLinesMax = 1_000
/** Turns of the event loop that a batch may go on growing for. */
const gatherTurnsMax = 9

interface QueueLimits {
  /** Attempts waiting; past it a shopper is asked to come back rather than kept waiting. */
  readonly waitingMax: number
  /** An attempt that has waited longer is not begun any more: its shopper has hardly stayed. */
  readonly waitMaxMs: number
}

const limits: QueueLimits = { waitingMax: 10_000, waitMaxMs: 10_000 }

/** Takes attempts to buy and decides them in arrival order, as many together as wait while a commit is under way. */
export interface CheckoutQueue {
  /**
   * Decides one attempt; the answer comes after the commit.
   *
   * @throws Refusal `unavailable` when the queue is full, the wait was too long, or the database takes no writes
   */
  submit(attempt: Attempt): Promise<Answer>
  /** How many wait. */
  readonly length: number
}

/** Is told what became of attempts. */
export interface CheckoutWatch {
  /** A batch was decided and committed. */
  batchDecided(answers: readonly Answer[]): void
  /** So many were turned away, or their outcome is not known. */
  turnedAway(count: number): void
}

interface Waiting {
  readonly attempt: Attempt
  readonly since: number
  readonly resolve: (answer: Answer) => void
  readonly reject: (error: unknown) => void
}

/** Group commit: one fsync pays for every order of a batch, and a hot product costs no more than a cold one. */
export function createCheckoutQueue(
  database: Database,
  feed: StockPublisher,
  watch: CheckoutWatch,
  { waitingMax, waitMaxMs } = limits,
): CheckoutQueue {
  const waiting: Waiting[] = []
  let working = false

  async function decideAll(): Promise<void> {
    working = true
    while (waiting.length > 0) {
      await gather(waiting)
      const batch = takeBatch(waiting)
      const inTime = refuseLate(batch, waitMaxMs)
      if (inTime.length < batch.length) watch.turnedAway(batch.length - inTime.length)
      await settle(inTime)
    }
    working = false
  }

  async function settle(batch: readonly Waiting[]): Promise<void> {
    if (batch.length === 0) return
    try {
      const answers = await decide(batch.map(({ attempt }) => attempt))
      watch.batchDecided(answers)
      for (const [index, { resolve, reject }] of batch.entries()) {
        const answer = answers[index]
        if (answer) resolve(answer)
        else reject(new Error('an attempt was left undecided'))
      }
    } catch (error) {
      if (batch.length > 1 && !(error instanceof Refusal)) {
        for (const one of batch) await settle([one])
        return
      }
      watch.turnedAway(batch.length)
      for (const { reject } of batch) reject(error)
    }
  }

  async function decide(attempts: readonly Attempt[]): Promise<readonly Answer[]> {
    try {
      const { answers, levels, sales } = await performInTransaction(database, decideOrders, attempts)
      feed.publish(levels)
      if (sales > 0) feed.count('sale', sales)
      return answers
    } catch (error) {
      if (error instanceof Refusal && error.cause instanceof CommitUnknown) return decideAgain(attempts)
      throw error
    }
  }

  /** Every attempt has a key, so to ask again tells what a commit of unknown outcome kept, and decides what it did not. */
  async function decideAgain(attempts: readonly Attempt[]): Promise<readonly Answer[]> {
    const { answers } = await performInTransaction(database, decideOrders, attempts)
    const productIds = attempts.flatMap(({ request }) => request.items.map((item) => item.productId))
    feed.publish(await readStock(database.db, productIds))
    // It is the first time that anybody hears them.
    return answers.map((answer) => ({ ...answer, replayed: false }))
  }

  // Loads what decides, so that the first shopper need not wait for that; a database that is not there yet is no trouble.
  // Most tests buy nothing, and loading it would be half of what their shops take to open.
  if (process.env.NODE_ENV !== 'test') decide([]).catch(() => {})

  return {
    submit(attempt) {
      if (waiting.length >= waitingMax) {
        watch.turnedAway(1)
        throw comeBackLater('Too many orders are waiting.')
      }
      return new Promise((resolve, reject) => {
        waiting.push({ attempt, since: performance.now(), resolve, reject })
        if (!working) void decideAll()
      })
    },
    get length() {
      return waiting.length
    },
  }
}

/**
 * Lets in what has arrived meanwhile, for as long as each turn of the event loop brings more: a batch costs much the same
 * whatever its size. A shopper alone waits for one turn.
 */
async function gather(waiting: readonly Waiting[]): Promise<void> {
  await nextTurn()
  let before = 1
  for (let turns = 1; turns < gatherTurnsMax && waiting.length > before; turns += 1) {
    before = waiting.length
    await nextTurn()
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

/** Those that have not waited too long. */
function refuseLate(batch: readonly Waiting[], waitMaxMs: number): Waiting[] {
  const oldest = performance.now() - waitMaxMs
  for (const { since, reject } of batch) if (since < oldest) reject(comeBackLater('The shop is very busy.'))
  return batch.filter(({ since }) => since >= oldest)
}

function comeBackLater(reason: string): Refusal {
  const detail = `${reason} Nothing was ordered; please try again.`
  return new Refusal('unavailable', detail, { retryAfterSeconds: 2 })
}
