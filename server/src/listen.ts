import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { StartRefusal } from './refusal.ts'

/** Open requests get this long to finish when the process is asked to end. */
const closeWaitMs = 5_000
/** Longer than proxies keep an unused connection (nginx 60 s), so that none is closed just as a request is sent on it. */
const keepAliveMs = 65_000

interface RequestLimits {
  /** The longest that a request may take to come, head and whole: who sends a byte now and then holds no connection for long. */
  readonly headMaxMs: number
  readonly requestMaxMs: number
  /** How often it is looked who takes longer, who so has at most this much more. */
  readonly checkEveryMs: number
}

const requestLimits: RequestLimits = { headMaxMs: 20_000, requestMaxMs: 60_000, checkEveryMs: 5_000 }

/**
 * Connections that wait to be taken, as many as the system lets (Linux: 4,096). What does not fit of a crowd that comes back
 * after a restart tries again only after 1, 3, 7, 15 seconds.
 */
const waitingMax = 65_535

/** A server that waits for no request for ever. */
export function createLimitedServer(
  app: RequestListener,
  { headMaxMs, requestMaxMs, checkEveryMs } = requestLimits,
): Server {
  const limits = {
    keepAliveTimeout: keepAliveMs,
    headersTimeout: headMaxMs,
    requestTimeout: requestMaxMs,
    connectionsCheckingInterval: checkEveryMs,
  }
  return createServer(limits, app)
}

/**
 * Starts listening and returns the port. Port 0 takes any free one.
 *
 * @throws StartRefusal when the port is taken, or the address is none of this machine's
 */
export function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const refuse = (error: Error): void => reject(listenRefusal(error, port, host))
    server.once('error', refuse)
    server.listen(port, host, waitingMax, () => {
      server.off('error', refuse)
      resolve((server.address() as AddressInfo).port)
    })
  })
}

/** Takes no more connections and waits until open requests are answered; what takes too long is cut. */
export function closeServer(server: Server): Promise<void> {
  const cut = setTimeout(() => server.closeAllConnections(), closeWaitMs)
  return new Promise((resolve) => {
    server.close(() => {
      clearTimeout(cut)
      resolve()
    })
    server.closeIdleConnections()
  })
}

function listenRefusal(error: Error, port: number, host: string): Error {
  const line = listenProblem(error, port, host)
  return line === undefined ? error : new StartRefusal(line, { cause: error })
}

function listenProblem(error: NodeJS.ErrnoException, port: number, host: string): string | undefined {
  const { code } = error
  if (code === 'EADDRINUSE')
    return `PORT: ${port} is taken by another program; stop it, or set PORT to a free one`
  if (code === 'EACCES') return `PORT: ${port} needs rights that this user lacks; set PORT to 1024 or more`
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return `HOST: ${host} is not an address of this machine`
  return undefined
}
