import type { RequestHandler } from 'express'
import type { Logger } from 'pino'
import { isOwnNetwork } from './own-network.ts'

/** Says in the log, once, that a proxy names whom it speaks for though none is believed: for limits they are one sender. */
export function tellOfUnknownProxy(log: Logger): RequestHandler {
  let isTold = false
  return ({ headers, socket: { remoteAddress: peer } }, _res, next) => {
    if (!isTold && 'x-forwarded-for' in headers && peer !== undefined && isOwnNetwork(peer)) {
      isTold = true
      log.warn(
        { peer },
        'a proxy that is not believed speaks for others, who count as one sender: set TRUSTED_PROXIES',
      )
    }
    next()
  }
}
