import type { RequestHandler } from 'express'
import { Refusal } from '../refusal.ts'

/** Refuses every method but these, for the end of a route. */
export function onlyMethod(...methods: ReadonlyArray<'GET' | 'POST' | 'PUT' | 'PATCH'>): RequestHandler {
  return (req) => {
    throw new Refusal(
      'method_not_allowed',
      `${req.method} is not for this address; use ${methods.join(' or ')}.`,
      { allow: methods.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : method)).join(', ') },
    )
  }
}
