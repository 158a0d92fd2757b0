import type { Response } from 'express'
import { problemMediaType } from './problem.ts'

/** What a request is answered with, whole, so that it can be kept and given again. */
export interface Answer {
  readonly status: number
  /** JSON. */
  readonly body: string
  /** True when it was decided for an earlier request with the same key. */
  readonly replayed: boolean
}

/** Answers, and says whether it is the answer of before. */
export function sendAnswer(res: Response, { status, body, replayed }: Answer): void {
  res.setHeader('Cache-Control', 'no-store')
  res.setHeader('Content-Type', status < 400 ? 'application/json; charset=utf-8' : problemMediaType)
  if (replayed) res.setHeader('Idempotency-Replayed', 'true')
  // Express would work out an ETag, which no answer to a change needs.
  res.status(status).end(body)
}
