import type { Request, RequestHandler } from 'express'
import { Refusal } from '../refusal.ts'

/**
 * Refuses requests that change something and that another site made a browser send. Browsers say where a request comes
 * from in Sec-Fetch-Site or Origin; one that carries a cookie and says neither is refused too.
 *
 * @param publicOrigin where shoppers find the shop; the address that a request was sent to is its own origin as well
 * @throws Refusal `forbidden`
 */
export function sameOriginOnly(publicOrigin: string): RequestHandler {
  return (req, _res, next) => {
    if (req.method === 'GET' || req.method === 'HEAD') return next()
    if (comesFromUs(req, publicOrigin)) return next()
    throw new Refusal('forbidden', 'This request does not come from a page of the shop.')
  }
}

function comesFromUs(req: Request, publicOrigin: string): boolean {
  const site = req.get('Sec-Fetch-Site')
  if (site !== undefined) return site === 'same-origin'
  const origin = req.get('Origin')
  if (origin !== undefined) return origin === publicOrigin || hostOf(origin) === req.get('Host')
  return req.get('Cookie') === undefined
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined
}
