import type { CheckoutRequest } from '@onhand/contract/checkout'
import type { KeyPlace } from '../idempotency/kept-answers.ts'

/** One request to buy, as it stands in the queue. */
export interface Attempt {
  readonly request: CheckoutRequest
  /** `hashOf` the request, worked out by whoever received it, not where batches are decided one after the other. */
  readonly requestHash: string
  readonly requestId: string
  /** Makes the attempt repeatable: the same key is decided once. */
  readonly idempotencyKey: string
  /** Who is signed in; undefined for a guest. */
  readonly shopper: Shopper | undefined
}

interface Shopper {
  readonly id: string
  readonly email: string
}

/** All guests share one space of keys; of those who are signed in, each has one of his own. */
export function placeOf({ shopper, idempotencyKey }: Attempt): KeyPlace {
  return { owner: shopper?.id ?? 'guest', key: idempotencyKey }
}
