import type { Role } from '@onhand/contract/accounts'
import type { RequestHandler, Response } from 'express'
import { Refusal } from '../refusal.ts'

/**
 * Who may use a route, declared where the route is made, as its first handler:
 * - `public`: everybody.
 * - `session`: who has a session's cookie; the route looks it up next.
 * - `shopper`: who is signed in.
 * - `owner`: everybody may ask; the verb answers the one it belongs to, and everybody else as if it were not there.
 * - `admin`: administrators.
 * - `operator`: who runs the shop's machine; the route looks itself.
 */
export type Access = 'public' | 'session' | 'shopper' | 'owner' | 'admin' | 'operator'

/** Whoever sent a valid access token. */
export interface Visitor {
  readonly id: string
  readonly email: string
  readonly role: Role
  /** When the token is over. */
  readonly expiresAtMs: number
}

const declared = new WeakMap<RequestHandler, Access>()

/**
 * Declares who may use a route, and lets nobody else through.
 *
 * @throws Refusal `not_signed_in` or, for those who are signed in but no administrators, `forbidden`
 */
export function allow(access: Access): RequestHandler {
  const handler: RequestHandler = (_req, res, next) => {
    if (access === 'shopper') signedInOf(res)
    if (access === 'admin' && signedInOf(res).role !== 'admin') {
      throw new Refusal('forbidden', 'Only administrators can do this.')
    }
    next()
  }
  declared.set(handler, access)
  return handler
}

/** What a handler declares, if it is one of `allow`. */
export function accessOf(handler: RequestHandler): Access | undefined {
  return declared.get(handler)
}

/** Who asks; undefined for a guest. */
export function visitorOf(res: Response): Visitor | undefined {
  return res.locals.visitor
}

/**
 * Who asks.
 *
 * @throws Refusal `not_signed_in` for a guest
 */
export function signedInOf(res: Response): Visitor {
  const visitor = visitorOf(res)
  if (visitor) return visitor
  throw new Refusal('not_signed_in', 'Sign in first, and send the access token as Authorization: Bearer.')
}
