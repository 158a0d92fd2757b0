import { problems, problemType } from '@onhand/contract/errors'
import { randomId } from '../../../lib/random-id.ts'

/** RFC 9110, 7.6.1, and what the two connections settle each for itself. */
const notPassedOn = [
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'host',
  'accept-encoding',
  'content-encoding',
  'content-length',
]

/** Passes everything on to the API, when the storefront runs alone. Beside the API in one process it is never reached. */
async function passThrough(request: Request): Promise<Response> {
  const base = process.env.API_URL
  if (!base) return refuse('not_found', 'There is no API here: API_URL is not set.')
  const { pathname, search } = new URL(request.url)
  try {
    const answer = await fetch(new URL(pathname + search, base), {
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

function passedOn(headers: Headers, ...extra: [string, string][]): Headers {
  const kept = new Headers(headers)
  for (const name of notPassedOn) kept.delete(name)
  for (const [name, value] of extra) kept.set(name, value)
  return kept
}

function refuse(code: 'not_found' | 'unavailable', detail: string): Response {
  const body = { type: problemType(code), ...problems[code], detail, code, requestId: randomId() }
  return Response.json(body, {
    status: problems[code].status,
    headers: { 'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store', 'Retry-After': '2' },
  })
}
