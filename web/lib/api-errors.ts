import type { Problem } from '@onhand/contract/errors'

/** The shop said no, and why. */
export class Refusal extends Error {
  readonly problem: Problem
  readonly retryAfterMs: number | undefined

  constructor(problem: Problem, retryAfterMs?: number) {
    super(problem.detail)
    this.name = 'Refusal'
    this.problem = problem
    this.retryAfterMs = retryAfterMs
  }
}

/** No answer of the shop arrived: whether it did what was asked is not known. */
export class NoAnswer extends Error {
  readonly retryAfterMs: number | undefined

  constructor(message: string, options?: { cause?: unknown; retryAfterMs?: number | undefined }) {
    super(message, { cause: options?.cause })
    this.name = 'NoAnswer'
    this.retryAfterMs = options?.retryAfterMs
  }
}

/** True when the shop refused with this code. */
export function isRefusal(error: unknown, code: Problem['code']): error is Refusal {
  return error instanceof Refusal && error.problem.code === code
}

/**
 * True when the shop has decided what it was asked. Otherwise it may have been done, by this request or one before with the
 * same key.
 */
export function isFinal(error: unknown): error is Refusal {
  if (!(error instanceof Refusal)) return false
  const { status } = error.problem
  return status < 500 && ![401, 403, 429].includes(status)
}
