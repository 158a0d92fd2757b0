import type { Request, RequestHandler } from 'express'
import { Refusal } from '../refusal.ts'

/** Several times what the largest valid request needs. */
const bodyBytesMax = 64 * 1024

/** Takes a mark at the beginning away and puts U+FFFD for what is not UTF-8. */
const utf8 = new TextDecoder()

/**
 * Reads a JSON body in UTF-8; whoever sends none has sent an empty object. Compressed bodies and other charsets are not
 * taken: nothing here is large enough to need them, and a parser that is ready for them costs a checkout a tenth of its time
 * in the event loop.
 *
 * @throws Refusal `unsupported_media_type`, `body_too_large` or `invalid_request`
 */
export const jsonBody: RequestHandler = (req, _res, next) => {
  refuseOtherMedia(req)
  // Before it comes, at whatever pace its sender likes.
  if (Number(req.headers['content-length'] ?? 0) > bodyBytesMax) throw tooLarge()
  const chunks: Buffer[] = []
  let bytes = 0
  const gather = (chunk: Buffer): void => {
    bytes += chunk.byteLength
    chunks.push(chunk)
    if (bytes <= bodyBytesMax) return
    // What follows, which nobody announced and may have no end, flows by.
    req.off('data', gather).off('end', finish)
    next(tooLarge())
  }
  // Whoever goes away before the end waits for no answer.
  const finish = (): void => {
    try {
      req.body = bytes === 0 ? {} : JSON.parse(utf8.decode(joined(chunks)))
    } catch (error) {
      next(notJson(error))
      return
    }
    next()
  }
  req.on('data', gather).on('end', finish)
}

function refuseOtherMedia(req: Request): void {
  const type = req.headers['content-type'] ?? ''
  if (!/^application\/json\s*(;|$)/i.test(type)) {
    throw notTaken(`The body is ${type || 'of no named type'}; send application/json.`)
  }
  if (/;\s*charset\s*=(?!\s*"?utf-?8"?\s*(;|$))/i.test(type)) {
    throw notTaken('The body is not in UTF-8; send it in UTF-8.')
  }
  if ((req.headers['content-encoding'] ?? 'identity').toLowerCase() !== 'identity') {
    throw notTaken('The body is compressed; send it as it is.')
  }
}

/** Most bodies come in one piece. */
function joined(chunks: readonly Buffer[]): Buffer {
  const [first] = chunks
  return first && chunks.length === 1 ? first : Buffer.concat(chunks)
}

function notTaken(detail: string): Refusal {
  return new Refusal('unsupported_media_type', detail)
}

function tooLarge(): Refusal {
  return new Refusal('body_too_large', `The body may have at most ${bodyBytesMax} bytes.`)
}

function notJson(cause: unknown): Refusal {
  return new Refusal('invalid_request', 'The body is not valid JSON; expected a JSON object.', {
    cause,
    details: { errors: [{ path: '', message: 'expected a JSON object' }] },
  })
}
