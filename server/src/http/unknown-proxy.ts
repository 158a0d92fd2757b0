import type { RequestHandler } from 'express'
import type { Logger } from 'pino'
import { isFromOwnNetwork } from './own-network.ts'

/** Says in the log, once, that a proxy names whom it speaks for though none is believed: for limits they are one sender. */
export function tellOfUnknownProxy(log: Logger): RequestHandler {
  let isTold = false
  return ({ headers, socket }, _res, next) => {
    if (!isTold && 'x-forwarded-for' in headers && isFromOwnNetwork(socket)) {
      isTold = true
      log.warn(
        { peer: socket.remoteAddress },
        'a proxy that is not believed speaks for others, who count as one sender: set TRUSTED_PROXIES',
      )
    }
    next()
  }
}
