import { problems } from '@onhand/contract/problems'
import type { Database } from '../database/database.ts'
import { CommitUnknown, inTransaction, type Transaction, untilKnown } from '../database/transaction.ts'
import type { Answer } from '../http/answer.ts'
import { toProblem } from '../http/problem.ts'
import { Refusal } from '../refusal.ts'
import { findKeptAnswers, hashOf, type KeptAnswer, keepAnswers, nameOf } from './kept-answers.ts'
import { outcomeUnknown } from './outcome-unknown.ts'

/** A request that changes something, and what makes it repeatable. */
export interface Repeatable {
  readonly owner: string
  readonly key: string
  /** All that was asked, with its address: the same key for anything else is refused. */
  readonly request: unknown
  readonly requestId: string
}

type Decided = Omit<Answer, 'replayed'>

interface Work {
  /** Does it, and answers. */
  run(tx: Transaction): Promise<Decided>
  /** Tells how things are now, when a commit took place of which nobody was told. */
  retell(tx: Transaction): Promise<void>
}

/**
 * Does `work` and keeps its answer in one transaction, so that the same key and request are done once and answered alike,
 * a refusal of `work` too. Of two at once, the second waits for the first, or is tried again and finds its answer.
 * A commit whose outcome is lost is asked for again.
 *
 * @throws Refusal `idempotency_key_reused` when the key was used for another request, `unavailable` when nothing could be kept, or
 *   nobody can tell whether it was
 */
export async function answerOnce(
  database: Database,
  { owner, key, request, requestId }: Repeatable,
  work: Work,
): Promise<Answer> {
  const place = { owner, key }
  const requestHash = hashOf(request)
  const once = (decide: (tx: Transaction) => Promise<Decided>): Promise<Answer> =>
    untilKnown(database, (again) =>
      inTransaction(database, async (tx) => {
        const earlier = (await findKeptAnswers(tx, [place])).get(nameOf(place))
        if (earlier && again) await work.retell(tx)
        if (earlier) return { ...repeat(earlier, requestHash), replayed: !again }
        const decided = await decide(tx)
        await keepAnswers(tx, [{ ...place, requestHash, ...decided }])
        return { ...decided, replayed: false }
      }),
    ).catch((error: unknown) => {
      throw error instanceof CommitUnknown ? outcomeUnknown(key, error) : error
    })
  try {
    return await once(work.run)
  } catch (error) {
    // What was begun is undone; that it was refused is kept by itself.
    if (!(error instanceof Refusal) || !isFinal(error)) throw error
    return once(async () => refused(error, requestId))
  }
}

/** The earlier answer to the same request. */
function repeat({ requestHash, status, body }: KeptAnswer, asked: string): Decided {
  if (requestHash === asked) return { status, body }
  throw new Refusal(
    'idempotency_key_reused',
    'This Idempotency-Key was used for another request. Use a new key for a new one.',
  )
}

/** Whether it says no to this request for ever, unlike a database that is busy or a token that is over. */
function isFinal({ code }: Refusal): boolean {
  return [404, 409].includes(problems[code].status)
}

function refused({ code, message, details }: Refusal, requestId: string): Decided {
  return { status: problems[code].status, body: JSON.stringify(toProblem(code, message, requestId, details)) }
}
