import type { RequestHandler } from 'express'
import { Refusal } from '../refusal.ts'

/** Refuses addresses with a NUL character in them: no text of the shop has one, and PostgreSQL could not look for it. */
export const refuseNul: RequestHandler = (req, _res, next) => {
  if (!req.url.includes('%00')) return next()
  const message = 'expected no NUL characters (%00)'
  throw new Refusal('invalid_request', `The address: ${message}.`, {
    details: { errors: [{ path: '', message }] },
  })
}
