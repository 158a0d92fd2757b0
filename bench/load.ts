import { connect } from 'node:net'
import { percentile } from './row.ts'

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

/**
 * Asks for a while from 64 connections at once, each as soon as it has its answer. A client of a few lines, because the
 * usual ones take as much of the machine as a bare server does, and would be what is measured.
 *
 * @throws Error when anything but success was answered
 */
export async function press(url: string, load: Load, seconds = secondsPerRound): Promise<Reached> {
  const start = performance.now()
  const end = start + seconds * 1_000
  const times: number[] = []
  const more = (): boolean => performance.now() < end
  await Promise.all(Array.from({ length: connections }, () => ask(new URL(url), load, more, times)))
  return {
    perSecond: (times.length * 1_000) / (performance.now() - start),
    p99Ms: percentile(times, 0.99),
  }
}

/** Asks until so many answers have come. */
export async function pressTimes(url: string, load: Load, answers: number): Promise<void> {
  let left = answers
  await Promise.all(Array.from({ length: connections }, () => ask(new URL(url), load, () => left-- > 0, [])))
}

export async function warmUp(url: string, load: Load): Promise<void> {
  await press(url, load, warmUpSeconds)
}

/** Asks over one connection, once every so many milliseconds, until the returned function is called. */
export function askEvery(url: string, load: Load, everyMs: number): () => Promise<void> {
  let open = true
  const asked = ask(new URL(url), load, () => open, [], everyMs)
  return () => {
    open = false
    return asked
  }
}

/**
 * One connection, which asks on while there is more to ask, and notes how long each answer took, in milliseconds.
 *
 * @param everyMs the least time between two requests
 */
function ask(
  { hostname, port, host }: URL,
  load: Load,
  more: () => boolean,
  times: number[],
  everyMs = 0,
): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const socket = connect(Number(port), hostname).setNoDelay()
  let askedAt = 0
  let missing = 0
  const next = (): void => {
    if (!more()) return void socket.end(resolve)
    askedAt = performance.now()
    socket.write(requestOf(load, host))
  }
  socket.on('connect', next)
  socket.on('error', reject)
  socket.on('close', () => reject(new Error('a connection was closed before its answer')))
  socket.on('data', (chunk: Buffer) => {
    missing = missing === 0 ? bytesLeftAfterHead(chunk) : missing - chunk.byteLength
    if (missing > 0) return
    const tookMs = performance.now() - askedAt
    times.push(tookMs)
    if (tookMs < everyMs) setTimeout(next, everyMs - tookMs)
    else next()
  })
  return promise.finally(() => socket.destroy())
}

/** How much of the body is still to come after the chunk that an answer begins with. */
function bytesLeftAfterHead(chunk: Buffer): number {
  const headEnd = chunk.indexOf('\r\n\r\n')
  const head = chunk.toString('latin1', 0, headEnd)
  const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1]
  if (headEnd < 0 || !head.startsWith('HTTP/1.1 2') || length === undefined) {
    throw new Error(
      `expected success with a Content-Length under load, but was answered ${chunk.toString('latin1', 0, 300)}`,
    )
  }
  return Number(length) - (chunk.byteLength - headEnd - 4)
}

let keys = 0

function requestOf({ method, path, body, headers = {} }: Load, host: string): string {
  const more = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
  const head = `${method} ${path} HTTP/1.1\r\nHost: ${host}\r\n${more.join('')}`
  if (!body) return `${head}\r\n`
  keys += 1
  const content = body()
  const key = `bench-${process.pid}-${keys}`
  return `${head}Content-Type: application/json\r\nContent-Length: ${content.length}\r\nIdempotency-Key: ${key}\r\n\r\n${content}`
}
