import type { RequestHandler } from 'express'
import type { Logger } from 'pino'
import { requestIdOf } from './request-id.ts'

/** Logs every request when it is over, at level debug; failures are logged by the error handler, at level error. */
export function requestLog(log: Logger): RequestHandler {
  return (req, res, next) => {
    if (!log.isLevelEnabled('debug')) return next()
    const start = performance.now()
    res.once('close', () => {
      const durationMs = Math.round(performance.now() - start)
      const finished = res.writableFinished
      log.debug(
        {
          requestId: requestIdOf(res),
          method: req.method,
          path: req.path,
          status: res.statusCode,
          durationMs,
          finished,
        },
        'request',
      )
    })
    next()
  }
}
