import { createHash, timingSafeEqual } from 'node:crypto'
import { type Request, Router } from 'express'
import { allow } from '../http/access.ts'
import { onlyMethod } from '../http/only-method.ts'
import { Refusal } from '../refusal.ts'
import type { Metrics } from './metrics.ts'

/**
 * Figures for whoever runs the shop: they tell how much is sold.
 *
 * @param token what must be sent as a Bearer token; without one, only the shop's own machine is answered
 */
export function metricsRoutes(metrics: Metrics, token: string | undefined): Router {
  const router = Router()
  router
    .route('/metrics')
    .get(allow('operator'), async (req, res) => {
      if (!(token === undefined ? isAskedHere(req) : isAskedWith(req, token))) {
        throw new Refusal('forbidden', 'Metrics are for whoever runs the shop: see METRICS_TOKEN.')
      }
      const { body, mediaType } = await metrics.text()
      res.set('Cache-Control', 'no-store').set('Content-Type', mediaType).end(body)
    })
    .all(onlyMethod('GET'))
  return router
}

/**
 * What a proxy on this machine passes on comes from elsewhere, and so does what a browser here asks for a page whose name
 * was made to lead here (DNS rebinding).
 */
function isAskedHere({ socket, headers }: Request): boolean {
  const isPassedOn = ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via'].some((name) => name in headers)
  const isNamedHere = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i.test(headers.host ?? '')
  return isThisMachine(socket.remoteAddress) && isNamedHere && !isPassedOn
}

function isThisMachine(address: string | undefined): boolean {
  return address === '127.0.0.1' || address === '::1' || address === '::ffff:127.0.0.1'
}

function isAskedWith({ headers }: Request, token: string): boolean {
  const sent = /^Bearer (.+)$/i.exec(headers.authorization ?? '')?.[1]
  return sent !== undefined && timingSafeEqual(digest(sent), digest(token))
}

/** Texts of one length, whatever was sent. */
function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
