import type { Request, RequestHandler } from 'express'
import { Refusal } from '../refusal.ts'
import { isFromOwnNetwork } from './own-network.ts'
import { senderOf } from './throttle.ts'

/** A sender who rested may make as many at once as in this time: a whole school behind one address opens the same page. */
const burstSeconds = 10
/** Senders remembered; whoever is forgotten starts anew. */
const sendersMax = 50_000

/**
 * Refuses requests that change something to a sender who makes too many, by a token bucket for each. Who sends what comes
 * through a proxy that was not made known is not known, so it is not limited: all shoppers at once would be.
 *
 * @param perSecond for as long as he likes
 * @throws Refusal `too_many_requests`
 */
export function limitChanges(perSecond: number): RequestHandler {
  const take = createBuckets(perSecond)
  return (req, _res, next) => {
    if (req.method === 'GET' || req.method === 'HEAD' || mayBeProxy(req)) return next()
    const waitMs = take(senderOf(req.ip), performance.now())
    if (waitMs === 0) return next()
    throw new Refusal(
      'too_many_requests',
      'Too many requests come from your address. Please wait a moment.',
      {
        retryAfterSeconds: Math.ceil(waitMs / 1_000),
      },
    )
  }
}

/** Whether it comes from the shop's own network, and no proxy that is believed says on whose behalf. */
function mayBeProxy(req: Request): boolean {
  // The cheapest first: `ips` is worked out anew whenever it is asked for.
  return isFromOwnNetwork(req.socket) && req.ips.length === 0
}

/**
 * Token buckets, each as the one moment at which it will be full again.
 *
 * @returns takes a token from a sender's bucket; the milliseconds to wait when there is none, else 0
 */
function createBuckets(perSecond: number): (sender: string, nowMs: number) => number {
  const tokenMs = 1_000 / perSecond
  const fullAtMs = new Map<string, number>()
  return (sender, nowMs) => {
    const known = fullAtMs.get(sender)
    const fullAt = Math.max(nowMs, known ?? 0) + tokenMs
    const waitMs = fullAt - nowMs - burstSeconds * 1_000
    if (waitMs > 0) return waitMs
    if (known === undefined && fullAtMs.size >= sendersMax) forgetOldest(fullAtMs)
    fullAtMs.set(sender, fullAt)
    return 0
  }
}

function forgetOldest(senders: Map<string, number>): void {
  const [oldest] = senders.keys()
  if (oldest !== undefined) senders.delete(oldest)
}
