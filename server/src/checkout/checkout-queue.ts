import type { Database } from '../database/database.ts'
import { CommitUnknown, inTransaction, performInTransaction, untilKnown } from '../database/transaction.ts'
import type { Answer } from '../http/answer.ts'
import { nameOf } from '../idempotency/kept-answers.ts'
import { outcomeUnknown } from '../idempotency/outcome-unknown.ts'
import { readStock } from '../inventory/read-stock.ts'
import type { StockPublisher } from '../inventory/stock-feed.ts'
import { Refusal } from '../refusal.ts'
import { type Attempt, placeOf } from './attempt.ts'
import { work as decideOrders } from './decide-orders.ts'

/** Attempts decided in one transaction. */
const batchMax = 128
/** Lines decided in one transaction, so that a few huge carts do not hold up the rest. */
const batchLinesMax = 1_000
/** Fewer are never divided into two batches: each batch costs something whatever its size. */
const dividedMin = 16

interface QueueLimits {
  /** Attempts waiting; past it a shopper is asked to come back rather than kept waiting. */
  readonly waitingMax: number
  /** Lines in the carts of all who wait, which is what they take of memory and time: a few seconds' work. */
  readonly waitingLinesMax: number
  /** An attempt that has waited longer is not begun any more: its shopper has hardly stayed. */
  readonly waitMaxMs: number
}

const limits: QueueLimits = { waitingMax: 10_000, waitingLinesMax: 200_000, waitMaxMs: 10_000 }

/**
 * Takes attempts to buy and decides them in arrival order, as many together as wait while a commit is under way. A batch that
 * has to be tried again, because the database was busy or one of its attempts broke it, can be passed by the one after it.
 */
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
  { waitingMax, waitingLinesMax, waitMaxMs }: QueueLimits = limits,
): CheckoutQueue {
  const waiting: Waiting[] = []
  let waitingLines = 0
  const underWay = { batches: 0, attempts: 0 }
  let gathering = false

  /** Begins what is due; called whenever something has come or is done. */
  function advance(): void {
    if (underWay.batches === 0) gather()
    else while (isNextDue()) begin()
  }

  /** Lets the requests of this turn of the event loop in before the first batch begins. */
  function gather(): void {
    if (gathering || waiting.length === 0) return
    gathering = true
    setImmediate(() => {
      gathering = false
      begin()
      advance()
    })
  }

  /** The next is sent ahead when it is as large as those under way, so that the database finds it when it is done. */
  function isNextDue(): boolean {
    return underWay.batches < database.worksAtOnce && waiting.length >= evenShare()
  }

  /**
   * One batch's part of all that wait or are under way: while the database decides one half, the answers to the other go
   * out and its shoppers come again.
   */
  function evenShare(): number {
    const all = waiting.length + underWay.attempts
    return Math.max(dividedMin, Math.min(batchMax, Math.ceil(all / database.worksAtOnce)))
  }

  function begin(): void {
    const batch = takeBatch(waiting, evenShare())
    for (const { attempt } of batch) waitingLines -= attempt.request.items.length
    const inTime = refuseLate(batch, waitMaxMs)
    if (inTime.length < batch.length) watch.turnedAway(batch.length - inTime.length)
    underWay.batches += 1
    underWay.attempts += inTime.length
    void settle(inTime).finally(() => {
      underWay.batches -= 1
      underWay.attempts -= inTime.length
      advance()
    })
  }

  /** @param isOpen whether it was decided before, and nobody told whether that was kept */
  async function settle(batch: readonly Waiting[], isOpen = false): Promise<void> {
    if (batch.length === 0) return
    try {
      const attempts = batch.map(({ attempt }) => attempt)
      const answers = await decide(attempts, isOpen)
      watch.batchDecided(answers)
      for (const [index, { resolve, reject }] of batch.entries()) {
        const answer = answers[index]
        if (answer) resolve(answer)
        else reject(new Error('an attempt was left undecided'))
      }
    } catch (error) {
      if (batch.length > 1 && isFault(error)) {
        for (const one of batch) await settle([one], isOpen || error instanceof CommitUnknown)
        return
      }
      watch.turnedAway(batch.length)
      for (const { attempt, reject } of batch)
        reject(error instanceof CommitUnknown ? outcomeUnknown(attempt.idempotencyKey, error) : error)
    }
  }

  /** Every attempt has a key, so to ask again tells what a commit of unknown outcome kept, and decides what it did not. */
  function decide(attempts: readonly Attempt[], isOpen = false): Promise<readonly Answer[]> {
    const ask = async (again: boolean): Promise<readonly Answer[]> => {
      const { answers, levels, sales } = await performInTransaction(database, decideOrders, attempts)
      if (again) return tellOfUnknown(attempts, answers)
      feed.publish(levels)
      if (sales > 0) feed.count('sale', sales)
      return answers
    }
    return untilKnown(database, ask, isOpen)
  }

  /** What was kept before has moved stock that nobody was told of. */
  async function tellOfUnknown(attempts: readonly Attempt[], answers: readonly Answer[]): Promise<Answer[]> {
    const productIds = attempts.flatMap(({ request }) => request.items.map((item) => item.productId))
    // In a transaction, so that a database that is lost once more is asked once more.
    feed.publish(await inTransaction(database, ({ db }) => readStock(db, productIds)))
    return tellForTheFirstTime(attempts, answers)
  }

  // Loads what decides, so that the first shopper need not wait for that; a database that is not there yet is no trouble.
  // Most tests buy nothing, and loading it would be half of what their shops take to open.
  if (process.env.NODE_ENV !== 'test') decide([]).catch(() => {})

  return {
    submit(attempt) {
      if (waiting.length >= waitingMax || waitingLines >= waitingLinesMax) {
        watch.turnedAway(1)
        throw comeBackLater('Too many orders are waiting.')
      }
      return new Promise((resolve, reject) => {
        waiting.push({ attempt, since: performance.now(), resolve, reject })
        waitingLines += attempt.request.items.length
        advance()
      })
    },
    get length() {
      return waiting.length
    },
  }
}

function takeBatch(waiting: Waiting[], attemptsMax: number): Waiting[] {
  let lines = 0
  const end = waiting.findIndex(({ attempt }, index) => {
    lines += attempt.request.items.length
    return index === attemptsMax || (index > 0 && lines > batchLinesMax)
  })
  return waiting.splice(0, end === -1 ? waiting.length : end)
}

/** Those that have not waited too long. */
function refuseLate(batch: readonly Waiting[], waitMaxMs: number): Waiting[] {
  const oldest = performance.now() - waitMaxMs
  for (const { since, reject } of batch) if (since < oldest) reject(comeBackLater('The shop is very busy.'))
  return batch.filter(({ since }) => since >= oldest)
}

/** Whether the work itself failed, and not the database. */
function isFault(error: unknown): boolean {
  return !((error instanceof CommitUnknown ? error.cause : error) instanceof Refusal)
}

/** Nobody has heard these answers yet: of each key the first hears a new one, and the others a repeated one. */
function tellForTheFirstTime(attempts: readonly Attempt[], answers: readonly Answer[]): Answer[] {
  const names = attempts.map((attempt) => nameOf(placeOf(attempt)))
  return answers.map((answer, index) => {
    return { ...answer, replayed: answer.replayed && names.indexOf(names[index] ?? '') < index }
  })
}

function comeBackLater(reason: string): Refusal {
  const detail = `${reason} Nothing was ordered; please try again.`
  return new Refusal('unavailable', detail, { retryAfterSeconds: 2 })
}
