import type { RequestHandler } from 'express'

/**
 * Handlers, one after the other, as one: to pass from one layer of a router to the next takes Express longer than most of
 * them take themselves. What a handler throws reaches the error handler as ever, if it was not called from another that waited;
 * so at most the last may be one that waits.
 */
export function inOneLayer(handlers: readonly RequestHandler[]): RequestHandler {
  return (req, res, next) => {
    const goOn = (at: number): unknown => {
      const handler = handlers[at]
      if (!handler) return next()
      return handler(req, res, (error?: unknown) => (error ? next(error) : goOn(at + 1)))
    }
    return goOn(0)
  }
}
