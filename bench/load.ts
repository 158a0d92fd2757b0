import autocannon from 'autocannon'

const connections = 64
const secondsPerRound = 5
const warmUpSeconds = 2

export interface Load {
  readonly method: 'GET' | 'POST'
  readonly path: string
  /** Makes the body of each request; each gets an idempotency key of its own. */
  readonly body?: () => string
  /** Sent with each request besides. */
  readonly headers?: Readonly<Record<string, string>>
}

export interface Reached {
  readonly perSecond: number
  readonly p99Ms: number
}

/** Asks for a while from 64 connections at once. @throws Error when anything but success was answered */
export async function press(url: string, load: Load, seconds = secondsPerRound): Promise<Reached> {
  const result = await autocannon({
    url: `${url}${load.path}`,
    connections,
    duration: seconds,
    requests: [{ method: load.method, setupRequest: (request) => prepare(request, load) }],
  })
  if (result.non2xx > 0 || result.errors > 0) {
    throw new Error(`${url}${load.path}: ${result.non2xx} refusals and ${result.errors} errors under load`)
  }
  return { perSecond: result.requests.total / result.duration, p99Ms: result.latency.p99 }
}

export async function warmUp(url: string, load: Load): Promise<void> {
  await press(url, load, warmUpSeconds)
}

let keys = 0

function prepare(request: autocannon.Request, { body, headers: more }: Load): autocannon.Request {
  if (!body) return request
  keys += 1
  const key = `bench-${process.pid}-${keys}`
  const headers = { 'content-type': 'application/json', 'idempotency-key': key, ...more }
  return { ...request, headers, body: body() }
}
