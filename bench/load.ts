import { randomUUIDv7 } from 'node:crypto'
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
  const head = headOf(load, host)
  let askedAt = 0
  let missing = 0
  const next = (): void => {
    if (!more()) return void socket.end(resolve)
    askedAt = performance.now()
    socket.write(load.body ? withBody(head, load.body()) : head)
  }
  const take = (byteLength: number): boolean => {
    missing = missing === 0 ? bytesLeftAfterHead(received.subarray(0, byteLength)) : missing - byteLength
    if (missing > 0) return true
    const tookMs = performance.now() - askedAt
    times.push(tookMs)
    if (tookMs < everyMs) setTimeout(next, everyMs - tookMs)
    else next()
    return true
  }
  const socket = connect({
    port: Number(port),
    host: hostname,
    noDelay: true,
    onread: { buffer: received, callback: take },
  })
  socket.on('connect', next)
  socket.on('error', reject)
  socket.on('close', () => reject(new Error('a connection was closed before its answer')))
  return promise.finally(() => socket.destroy())
}

/** Every connection reads into it: what has come is looked at before the next one reads. */
const received = Buffer.alloc(65_536)

const success = Buffer.from('HTTP/1.1 2')
const headEnding = Buffer.from('\r\n\r\n')
const lengthHeader = Buffer.from('\r\nContent-Length: ')

/** How much of the body is still to come after the chunk that an answer begins with. Makes no text of it, which would cost as much as the rest. */
function bytesLeftAfterHead(chunk: Buffer): number {
  const headEnd = chunk.indexOf(headEnding)
  const lengthAt = chunk.indexOf(lengthHeader)
  const start = lengthAt + lengthHeader.byteLength
  const length = Number.parseInt(chunk.toString('latin1', start, start + 10), 10)
  const isAnswer = chunk.subarray(0, success.byteLength).equals(success)
  if (!isAnswer || lengthAt < 0 || lengthAt >= headEnd || Number.isNaN(length)) {
    throw new Error(
      `expected success with a Content-Length under load, but was answered ${chunk.toString('latin1', 0, 300)}`,
    )
  }
  return length - (chunk.byteLength - headEnd - headEnding.byteLength)
}

/** All of a request but its body and what belongs to it. */
function headOf({ method, path, headers = {}, body }: Load, host: string): string {
  const more = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
  const head = `${method} ${path} HTTP/1.1\r\nHost: ${host}\r\n${more.join('')}`
  return body ? `${head}Content-Type: application/json\r\n` : `${head}\r\n`
}

/** With a key such as the storefront makes. */
function withBody(head: string, body: string): string {
  return `${head}Content-Length: ${Buffer.byteLength(body)}\r\nIdempotency-Key: ${randomUUIDv7()}\r\n\r\n${body}`
}
