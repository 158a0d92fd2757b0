import type { ProblemCode } from '@onhand/contract/problems'

/** Why the shop did not do what was asked: a sentence for each of its codes. */
export const refusalTexts = {
  invalid_request: 'The shop does not take it as it is. Please check what you typed.',
  reset_link_expired: 'This link to set a new password is used up or too old.',
  not_signed_in: 'Nobody is signed in here, or not any more.',
  invalid_token: 'You have been signed out meanwhile. Please sign in again.',
  invalid_credentials: 'E-mail and password do not belong together.',
  forbidden: 'Not allowed.',
  not_found: 'There is nothing at this address.',
  product_not_found: 'There is no such product.',
  order_not_found: 'There is no such order.',
  method_not_allowed: 'The shop does not do this.',
  insufficient_stock: 'There is not enough in stock.',
  stock_limit_reached: 'There would be more of it than the shop can keep.',
  version_conflict: 'It changed meanwhile. Please look at it again.',
  slug_taken: 'Another product has this slug.',
  body_too_large: 'That is more than the shop takes at once.',
  unsupported_media_type: 'The shop does not take this.',
  idempotency_key_reused: 'The shop has seen another order under this number. Please load the page again.',
  too_many_requests: 'Too many requests. Please try again in a moment.',
  internal_error: 'Something went wrong in the shop. Please try again.',
  mail_not_set_up: 'This shop sends no mail, so a password cannot be set anew here. Please ask the shop.',
  unavailable: 'The shop cannot do this right now. Please try again in a moment.',
} satisfies Record<ProblemCode, string>
