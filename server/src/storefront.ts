import type { Server } from 'node:http'
import { isIPv6 } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type ErrorRequestHandler, type RequestHandler, Router } from 'express'
import serveCompressed from 'express-static-gzip'
import nextModule from 'next'
import type { Config } from './config.ts'
import { onlyPageRequests } from './http/page-requests.ts'
import { type KeptPages, keepPages } from './kept-pages.ts'

// Next is CommonJS whose default export is the module itself; its types say otherwise.
const next = nextModule as unknown as typeof nextModule.default

export interface Storefront {
  readonly handle: RequestHandler
  readonly pages: Pick<KeptPages, 'stockMoved' | 'forget'>
  close(): Promise<void>
}

/**
 * Prepares Next to answer, in this process, for everything that is not the API.
 *
 * @param port where the storefront finds the API, which it asks over HTTP like anybody else
 * @param server takes the web socket of hot reload in development
 */
export async function openStorefront(config: Config, port: number, server: Server): Promise<Storefront> {
  const origin = `http://${reachable(config.host)}:${port}`
  process.env.API_URL = config.apiUrl ?? origin
  process.env.STOREFRONT_URL = origin
  process.env.PUBLIC_URL = config.publicUrl
  const dir = fileURLToPath(new URL('../../web', import.meta.url))
  const app = next({ dev: config.development, dir, httpServer: server, hostname: config.host, port })
  await app.prepare()
  const handler = app.getRequestHandler()
  const pages = keepPages(() => origin)
  const render: RequestHandler = (req, res) => handler(req, res)
  return {
    handle: config.development
      ? render
      : Router()
          .use(onlyPageRequests)
          .use('/_next/static', assetsIn(join(dir, '.next', 'static')), isNoAsset, refuseAsset)
          .use(pages.handle, render),
    pages,
    close: () => app.close(),
  }
}

/**
 * Scripts, styles and typefaces, whose names change with what is in them. The build compressed them, so that nobody who comes
 * costs the shop anything but the sending.
 */
function assetsIn(folder: string): RequestHandler {
  return serveCompressed(folder, {
    enableBrotli: true,
    orderPreference: ['br', 'gzip'],
    index: false,
    serveStatic: {
      immutable: true,
      maxAge: '1y',
      redirect: false,
      setHeaders(res) {
        // For the workers among the scripts, which have no page's policy.
        res.setHeader('Content-Security-Policy', "default-src 'self'")
        res.setHeader('X-Content-Type-Options', 'nosniff')
        res.setHeader('Referrer-Policy', 'same-origin')
      },
    },
  })
}

/** What was said of a compressed file is not true of the answer that comes in its place. */
const isNoAsset: RequestHandler = (_req, res, next) => {
  res.removeHeader('Content-Encoding')
  res.removeHeader('Content-Type')
  next()
}

/** A part that a file does not have, or a condition that does not hold, is the asker's mistake, and nothing to be logged. */
const refuseAsset: ErrorRequestHandler = (error, _req, res, next) => {
  if (!(error.statusCode < 500)) return next(error)
  res.removeHeader('Content-Encoding')
  res.status(error.statusCode).set(error.headers).type('text').send('This file cannot be sent like that.')
}

/** An address to call for a server that listens on `host`. */
function reachable(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1'
  return isIPv6(host) ? `[${host}]` : host
}
