/** Every refusal there is: its code, its HTTP status and what it means in a few words. */
export const problems = {
  invalid_request: { status: 400, title: 'The request is not as it should be' },
  reset_link_expired: { status: 400, title: 'This link to set a new password is used up or too old' },
  not_signed_in: { status: 401, title: 'Only for somebody who is signed in' },
  invalid_token: { status: 401, title: 'The access token is not valid, or not any more' },
  invalid_credentials: { status: 401, title: 'E-mail and password do not belong together' },
  forbidden: { status: 403, title: 'Not allowed' },
  not_found: { status: 404, title: 'There is nothing at this address' },
  product_not_found: { status: 404, title: 'There is no such product' },
  order_not_found: { status: 404, title: 'There is no such order' },
  method_not_allowed: { status: 405, title: 'This address does not take this method' },
  insufficient_stock: { status: 409, title: 'There is not enough in stock' },
  stock_limit_reached: { status: 409, title: 'There would be more in stock than can be kept' },
  version_conflict: { status: 409, title: 'It changed meanwhile' },
  slug_taken: { status: 409, title: 'Another product has this slug' },
  body_too_large: { status: 413, title: 'The body is too large' },
  unsupported_media_type: { status: 415, title: 'The body is of a kind not taken here' },
  idempotency_key_reused: { status: 422, title: 'The idempotency key was used with another body' },
  too_many_requests: { status: 429, title: 'Too many requests' },
  internal_error: { status: 500, title: 'Something went wrong on our side' },
  mail_not_set_up: { status: 501, title: 'This shop sends no mail' },
  unavailable: { status: 503, title: 'The shop cannot do this right now' },
} as const

export type ProblemCode = keyof typeof problems

export const problemCodes = Object.keys(problems) as [ProblemCode, ...ProblemCode[]]

/** The `type` of a problem: a name, not an address. */
export function problemType(code: ProblemCode): string {
  return `urn:onhand:problem:${code}`
}
