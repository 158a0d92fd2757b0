import { problems, problemType } from '@onhand/contract/problems'
import { randomId } from '../../../lib/random-id.ts'
import { passedOn, targetOf } from './pass-on.ts'

/**
 * Passes everything on to the API, when the storefront runs alone. Beside the API in one process it is reached all the
 * same: by an address that begins elsewhere and that its dot-segments lead here.
 */
async function passThrough(request: Request): Promise<Response> {
  const base = process.env.API_URL
  if (!base) return refuse('not_found', 'There is no API here: API_URL is not set.')
  const target = targetOf(request.url, base)
  if (!target) return refuse('not_found', 'There is nothing at this address.')
  try {
    const answer = await fetch(target, {
      method: request.method,
      headers: passedOn(request.headers, ['accept-encoding', 'identity']),
      body: request.body,
      signal: request.signal,
      redirect: 'manual',
      cache: 'no-store',
      ...(request.body && { duplex: 'half' }),
    })
    return new Response(answer.body, { status: answer.status, headers: passedOn(answer.headers) })
  } catch {
    return refuse('unavailable', 'The shop does not answer at the moment.')
  }
}

export {
  passThrough as DELETE,
  passThrough as GET,
  passThrough as HEAD,
  passThrough as OPTIONS,
  passThrough as PATCH,
  passThrough as POST,
  passThrough as PUT,
}

function refuse(code: 'not_found' | 'unavailable', detail: string): Response {
  const body = { type: problemType(code), ...problems[code], detail, code, requestId: randomId() }
  return Response.json(body, {
    status: problems[code].status,
    headers: { 'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store', 'Retry-After': '2' },
  })
}
