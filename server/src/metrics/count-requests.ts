import type { RequestHandler } from 'express'
import type { Metrics } from './metrics.ts'

const methods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])

/** Counts each request when it is over, under its route and never its address, of which there is no end. */
export function countRequests(metrics: Metrics): RequestHandler {
  return (req, res, next) => {
    const start = performance.now()
    res.once('close', () => {
      const route: string = req.route?.path ?? 'none'
      if (route.endsWith('/stream')) return
      const method = methods.has(req.method) ? req.method : 'other'
      // Whoever went away before had no answer, whatever stands in it so far.
      const status = res.writableFinished ? res.statusCode : 'gone'
      metrics.requestDone(method, route, status, (performance.now() - start) / 1_000)
    })
    next()
  }
}
