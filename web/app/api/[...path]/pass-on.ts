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

/** Where the API at `base` has what was asked for; undefined when, its dot-segments resolved, that is outside `/api/`. */
export function targetOf(url: string, base: string): string | undefined {
  const { pathname, search } = new URL(url)
  return pathname.startsWith('/api/') ? new URL(base).origin + pathname + search : undefined
}

/** The headers that are meant for the other end and not for this connection alone, and `extra`. */
export function passedOn(headers: Headers, ...extra: [string, string][]): Headers {
  const dropped = new Set([...notPassedOn, ...namesIn(headers.get('connection'))])
  const kept = new Headers([...headers].filter(([name]) => !dropped.has(name)))
  for (const [name, value] of extra) kept.set(name, value)
  return kept
}

function namesIn(list: string | null): string[] {
  return list?.split(',').map((name) => name.trim().toLowerCase()) ?? []
}
