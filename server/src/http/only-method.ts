import type { RequestHandler } from 'express'
import { Refusal } from '../refusal.ts'

/** Refuses every method but `method`, for the end of a route. */
export function onlyMethod(method: 'GET' | 'POST'): RequestHandler {
  return (req) => {
    throw new Refusal('method_not_allowed', `${req.method} is not for this address; use ${method}.`, {
      allow: method === 'GET' ? 'GET, HEAD' : method,
    })
  }
}
