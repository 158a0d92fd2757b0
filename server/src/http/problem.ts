import type { Problem, ProblemDetails } from '@onhand/contract/errors'
import { type ProblemCode, problems, problemType } from '@onhand/contract/problems'

export const problemMediaType = 'application/problem+json'

/** A refusal as problem details (RFC 9457). */
export function toProblem(
  code: ProblemCode,
  detail: string,
  requestId: string,
  details: ProblemDetails,
): Problem {
  return {
    type: problemType(code),
    title: problems[code].title,
    status: problems[code].status,
    detail,
    code,
    requestId,
    ...details,
  }
}
