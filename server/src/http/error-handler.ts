import type { ErrorRequestHandler, Request, RequestHandler } from 'express'
import type { Logger } from 'pino'
import { Refusal } from '../refusal.ts'
import { problemMediaType, toProblem } from './problem.ts'
import { requestIdOf } from './request-id.ts'

/** That a limit is reached is logged once in so long, however many are refused meanwhile. */
const saidAgainMs = 60_000

/** Answers for addresses that no route took. */
export const refuseUnknownAddress: RequestHandler = (req) => {
  throw new Refusal('not_found', `There is nothing at ${pathOf(req)}. See /api/docs.`)
}

/**
 * The one place where refusals become answers. Whatever is not a refusal is a bug: logged whole, answered without its text.
 *
 * @param isPassing tells a trouble of the database that passes from a bug
 */
export function errorHandler(log: Logger, isPassing: (error: unknown) => boolean): ErrorRequestHandler {
  const isNews = createReminder()
  return (error, req, res, next) => {
    const refusal = toRefusal(error, isPassing)
    const requestId = requestIdOf(res)
    const about = { requestId, method: req.method, path: pathOf(req) }
    if (refusal.code === 'internal_error' || (refusal.code === 'unavailable' && refusal.cause)) {
      log.error({ err: error, ...about }, refusal.message)
    } else if (refusal.code === 'unavailable' && isNews(refusal.message)) {
      log.warn(about, refusal.message)
    }
    if (res.headersSent) {
      next(error)
      return
    }
    const problem = toProblem(refusal.code, refusal.message, requestId, refusal.details)
    if (refusal.retryAfterSeconds !== undefined) res.set('Retry-After', String(refusal.retryAfterSeconds))
    if (refusal.code === 'not_signed_in') res.set('WWW-Authenticate', 'Bearer')
    if (refusal.code === 'invalid_token') res.set('WWW-Authenticate', 'Bearer error="invalid_token"')
    if (refusal.allow !== undefined) res.set('Allow', refusal.allow)
    res.status(problem.status).type(problemMediaType).send(JSON.stringify(problem))
  }
}

/** Says of each text whether it was not said lately: a limit that is reached refuses thousands, for one reason. */
function createReminder(): (text: string) => boolean {
  const saidAt = new Map<string, number>()
  return (text) => {
    const now = performance.now()
    if (now - (saidAt.get(text) ?? Number.NEGATIVE_INFINITY) < saidAgainMs) return false
    saidAt.set(text, now)
    return true
  }
}

/** Without the query, where an order's token may stand. */
function pathOf(req: Request): string {
  return req.originalUrl.split('?')[0] ?? ''
}

function toRefusal(error: unknown, isPassing: (error: unknown) => boolean): Refusal {
  if (error instanceof Refusal) return error
  if (isPassing(error)) {
    const detail = 'The database does not answer at the moment. Please try again.'
    return new Refusal('unavailable', detail, { retryAfterSeconds: 1, cause: error })
  }
  if ((error as { status?: unknown }).status === 400)
    return new Refusal('invalid_request', 'The request could not be read.', { cause: error })
  return new Refusal('internal_error', 'Something went wrong on our side. Please try again.', {
    cause: error,
  })
}
