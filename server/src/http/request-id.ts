import { randomUUID } from 'node:crypto'
import type { RequestHandler, Response } from 'express'

const header = 'X-Request-Id'

/** Gives every request an id, or keeps the one that a proxy gave it, and answers with it. */
export const requestId: RequestHandler = (req, res, next) => {
  const given = req.get(header)
  res.setHeader(header, given !== undefined && /^[\w-]{8,64}$/.test(given) ? given : randomUUID())
  next()
}

export function requestIdOf(res: Response): string {
  return String(res.getHeader(header) ?? '')
}
