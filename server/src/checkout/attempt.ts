import { hash, randomUUID } from 'node:crypto'
import type { CheckoutRequest } from '@onhand/contract/checkout'

/** One request to buy, as it stands in the queue. */
export interface Attempt {
  readonly request: CheckoutRequest
  readonly requestId: string
  /** Makes the attempt repeatable: the same key is decided once. Who sent none gets one of our own. */
  readonly idempotencyKey: string
  /** Who is signed in; undefined for a guest. */
  readonly shopper: Shopper | undefined
}

interface Shopper {
  readonly id: string
  readonly email: string
}

/** All guests share one space of keys; of those who are signed in, each has one of his own. */
export function ownerOf({ shopper }: Attempt): string {
  return shopper?.id ?? 'guest'
}

/** A key that no shopper can send: a header's has no space in it. */
export function ownKey(): string {
  return `own ${randomUUID()}`
}

/** What a checkout is answered with, whole, so that it can be kept and given again. */
export interface Answer {
  readonly status: number
  /** JSON. */
  readonly body: string
  /** True when it was decided for an earlier request with the same key. */
  readonly replayed: boolean
}

/** The same for two requests that ask for the same: the parsed request has its members in one order. */
export function hashOf(request: CheckoutRequest): string {
  return hash('sha256', JSON.stringify(request), 'hex')
}
