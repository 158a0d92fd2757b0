import type { RequestHandler } from 'express'

/** Kept copies are always asked for again: an old stock figure is a wrong one. */
export const alwaysFresh: RequestHandler = (req, res, next) => {
  res.setHeader('Cache-Control', 'no-cache')
  // If-None-Match counts whatever caches were told (RFC 9110, 13.2.2); Express would pass over it.
  delete req.headers['cache-control']
  next()
}
