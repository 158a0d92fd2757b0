import { randomUUIDv7 } from 'node:crypto'
import { idempotencyKey } from '@onhand/contract/checkout'
import type { Request } from 'express'
import { parse } from './parse.ts'

/**
 * The key that makes a request repeatable. Who sends none gets one of our own, and is told it when nothing else can be said.
 *
 * @throws Refusal `invalid_request`
 */
export function idempotencyKeyOf(req: Pick<Request, 'get'>): string {
  const header = req.get('Idempotency-Key')
  return header === undefined ? `own-${randomUUIDv7()}` : parse(idempotencyKey, header, 'Idempotency-Key')
}
