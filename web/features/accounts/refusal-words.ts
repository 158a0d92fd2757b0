import { NoAnswer, Refusal } from '../../lib/api-errors.ts'

/** Why the shop did not do what a form asked for, and what to do about it. */
export function refusalWords(error: unknown): string {
  if (error instanceof NoAnswer)
    return 'The shop could not be reached. What you typed is still here: please try again.'
  if (!(error instanceof Refusal)) throw error
  const { code, title } = error.problem
  if (code === 'too_many_requests')
    return `Too many tries. Please try again ${whenWords(error.retryAfterMs)}.`
  if (code === 'unavailable')
    return `The shop is very busy. Please try again ${whenWords(error.retryAfterMs)}.`
  if (code === 'not_signed_in') return 'You have been signed out meanwhile. Please sign in again.'
  if (code === 'internal_error') return 'Something went wrong in the shop. Please try again.'
  return `${title}.`
}

/** `in 40 seconds`, `in 12 minutes`; never sooner than it is worth. */
function whenWords(afterMs: number | undefined): string {
  if (afterMs === undefined) return 'in a moment'
  const seconds = Math.max(1, Math.ceil(afterMs / 1_000))
  if (seconds < 90) return `in ${counted(seconds, 'second')}`
  return `in ${counted(Math.ceil(seconds / 60), 'minute')}`
}

function counted(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? '' : 's'}`
}
