import { json, type RequestHandler } from 'express'
import { Refusal } from '../refusal.ts'

/** Several times what the largest valid request needs. */
const bodyBytesMax = 64 * 1024

/** Reads a JSON body. Compressed bodies are not taken: nothing here is large enough to need them. */
export function jsonBody(): RequestHandler[] {
  return [refuseOtherMedia, refuseTooLarge, json({ inflate: false, limit: bodyBytesMax })]
}

const refuseOtherMedia: RequestHandler = (req, _res, next) => {
  const type = req.get('Content-Type') ?? ''
  if (/^application\/json\s*(;|$)/i.test(type)) return next()
  throw new Refusal(
    'unsupported_media_type',
    `The body is ${type || 'of no named type'}; send application/json.`,
  )
}

/** Before it has come: the parser would read it to its end first, however long that takes. */
const refuseTooLarge: RequestHandler = (req, _res, next) => {
  if (Number(req.get('Content-Length') ?? 0) <= bodyBytesMax) return next()
  throw new Refusal('body_too_large', `The body may have at most ${bodyBytesMax} bytes.`)
}
