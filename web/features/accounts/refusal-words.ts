import { accountTexts } from '#messages/accounts.tsx'
import { refusalTexts } from '#messages/refusals.ts'
import { NoAnswer, Refusal } from '../../lib/api-errors.ts'

/** Why the shop did not do what a form asked for, and what to do about it. */
export function refusalWords(error: unknown): string {
  if (error instanceof NoAnswer) return accountTexts.unreachable
  if (!(error instanceof Refusal)) throw error
  const { code } = error.problem
  if (code === 'too_many_requests') return accountTexts.tooManyTries(againWords(error.retryAfterMs))
  if (code === 'unavailable') return accountTexts.busy(againWords(error.retryAfterMs))
  if (code === 'not_signed_in') return accountTexts.signedOutMeanwhile
  if (code === 'internal_error') return accountTexts.somethingWrong
  return refusalTexts[code]
}

/** When to try again, never sooner than it is worth. */
function againWords(afterMs: number | undefined): string {
  if (afterMs === undefined) return accountTexts.again.soon
  const seconds = Math.max(1, Math.ceil(afterMs / 1_000))
  if (seconds < 90) return accountTexts.again.inSeconds(seconds)
  return accountTexts.again.inMinutes(Math.ceil(seconds / 60))
}
