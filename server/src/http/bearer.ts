import type { Request, RequestHandler } from 'express'
import { Refusal } from '../refusal.ts'
import type { Visitor } from './access.ts'

/** Where Authorization says nothing of a shopper: accounts go by a cookie, and figures by a token of their own. */
const passedOver = /^\/(auth|metrics)(\/|$)/i

/**
 * Learns from the access token (RFC 6750) who asks; without one it is a guest. A token that is not valid is refused on
 * every route but those of accounts and figures, public ones too: whoever sends it believes to be somebody.
 *
 * @param visitorOf answers at once for a token it remembers
 */
export function readBearer(visitorOf: (token: string) => Visitor | Promise<Visitor>): RequestHandler {
  return (req, res, next) => {
    const token = bearerOf(req)
    if (token === undefined) return next()
    const visitor = visitorOf(token)
    if (!(visitor instanceof Promise)) {
      res.locals.visitor = visitor
      return next()
    }
    return visitor.then((known) => {
      res.locals.visitor = known
      next()
    }, next)
  }
}

/** Node keeps only the first of two Authorization headers, while a proxy may have looked at the other. */
function bearerOf(req: Request): string | undefined {
  if (req.headers.authorization === undefined || passedOver.test(req.path)) return undefined
  const values = req.headersDistinct.authorization ?? []
  const token =
    values.length === 1 ? /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(values[0] ?? '')?.[1] : undefined
  if (token !== undefined) return token
  throw new Refusal('invalid_token', 'The header Authorization is not one Bearer token.')
}
