import type { ProblemDetails } from '@onhand/contract/errors'
import type { ProblemCode } from '@onhand/contract/problems'

interface RefusalOptions {
  /** Members that go with this code, such as the shortages. */
  readonly details?: ProblemDetails
  /** When it makes sense to ask again, in whole seconds. */
  readonly retryAfterSeconds?: number
  /** Methods the address does take, for `method_not_allowed`. */
  readonly allow?: string
  readonly cause?: unknown
}

/** A refusal with a code from the closed list, thrown anywhere, turned into an answer in one place. */
export class Refusal extends Error {
  readonly code: ProblemCode
  readonly details: ProblemDetails
  readonly retryAfterSeconds: number | undefined
  readonly allow: string | undefined

  /** @param detail one or two sentences for a person: what was wrong here, and what would be right */
  constructor(code: ProblemCode, detail: string, options: RefusalOptions = {}) {
    super(detail, { cause: options.cause })
    this.code = code
    this.details = options.details ?? {}
    this.retryAfterSeconds = options.retryAfterSeconds
    this.allow = options.allow
  }
}

/** The shop cannot open as it is set up. The message is the one line that the operator gets to see. */
export class StartRefusal extends Error {}
