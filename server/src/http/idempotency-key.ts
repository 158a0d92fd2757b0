import { idempotencyKey } from '@onhand/contract/checkout'
import type { Request } from 'express'
import { parse } from './parse.ts'

/**
 * The key that makes a request repeatable; undefined when it carries none.
 *
 * @throws Refusal `invalid_request`
 */
export function idempotencyKeyOf(req: Request): string | undefined {
  const header = req.get('Idempotency-Key')
  return header === undefined ? undefined : parse(idempotencyKey, header, 'Idempotency-Key')
}
