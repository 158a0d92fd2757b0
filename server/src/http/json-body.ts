import { json, type RequestHandler } from 'express'
import { Refusal } from '../refusal.ts'

/** Several times what the largest valid request needs. */
const bodyBytesMax = 64 * 1024

/** Reads a JSON body. Compressed bodies are not taken: nothing here is large enough to need them. */
export function jsonBody(): RequestHandler[] {
  return [refuseOtherMedia, json({ inflate: false, limit: bodyBytesMax })]
}

const refuseOtherMedia: RequestHandler = (req, _res, next) => {
  const type = req.get('Content-Type') ?? ''
  if (/^application\/json\s*(;|$)/i.test(type)) return next()
  throw new Refusal(
    'unsupported_media_type',
    `The body is ${type || 'of no named type'}; send application/json.`,
  )
}
