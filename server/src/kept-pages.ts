import { randomUUID } from 'node:crypto'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { Request, RequestHandler, Response } from 'express'

/** A page is given out for no longer than this after its making was begun, whatever was heard of the stock meanwhile. */
const ageMaxMs = 800
/** A page younger than this is given out although the stock has moved: in a rush it is made at most twenty times a second. */
const restMs = 50
/** Pages kept; the commonest few are what a rush asks for. */
const pagesMax = 100

const compress = promisify(gzip)

/** Marks the requests with which pages are made; nobody outside knows it. */
const maker = { name: 'x-onhand-maker', key: randomUUID() }

/** What is about one connection or one way of sending, and so is not kept. */
const notKept = new Set(['connection', 'content-length', 'date', 'keep-alive', 'transfer-encoding'])

interface Page {
  readonly status: number
  readonly headers: readonly (readonly [string, string])[]
  readonly body: Buffer
  /** The body as nearly every browser takes it; made when the first asks. */
  gzipped?: Promise<Buffer>
}

interface KeptPage {
  readonly begunAt: number
  /** How many changes had been heard of when it was begun. */
  readonly changes: number
  readonly page: Promise<Page | undefined>
}

export interface KeptPages {
  readonly handle: RequestHandler
  /** What is sold or how much of it there is has changed: pages made from here on say so. */
  forget(): void
}

/**
 * Makes the catalog's pages once for all who ask at the same moment. A page is asked for over HTTP without any of the
 * visitor's headers, so that nothing personal can be in it.
 *
 * @param origin where this shop answers; asked when the first page is wanted
 */
export function keepPages(origin: () => string): KeptPages {
  const kept = new Map<string, KeptPage>()
  let changes = 0

  function isGood({ begunAt, changes: then }: KeptPage): boolean {
    const age = performance.now() - begunAt
    return age < restMs || (then === changes && age < ageMaxMs)
  }

  function make(url: string): KeptPage {
    const made = { begunAt: performance.now(), changes, page: makePage(origin() + url) }
    kept.delete(url)
    kept.set(url, made)
    const [oldest] = kept.keys()
    if (kept.size > pagesMax && oldest !== undefined) kept.delete(oldest)
    void made.page.then((page) => {
      if (page?.status !== 200 && kept.get(url) === made) kept.delete(url)
    })
    return made
  }

  return {
    async handle(req, res, next) {
      if (!isForEverybody(req)) return next()
      const known = kept.get(req.url)
      const page = await (known && isGood(known) ? known : make(req.url)).page
      if (page) await send(req, res, page)
      else next()
    },
    forget() {
      changes += 1
    },
  }
}

/** The documents of list and products; what a page within the shop asks for (RSC) and everything else is made each time. */
function isForEverybody({ method, path, headers }: Request): boolean {
  if (method !== 'GET' || headers.rsc !== undefined || headers[maker.name] === maker.key) return false
  return path === '/' || /^\/products\/[^/]+$/.test(path)
}

/** Undefined when it could not be made; then the visitor's own request finds out why. */
async function makePage(url: string): Promise<Page | undefined> {
  try {
    const headers = { 'accept-encoding': 'identity', [maker.name]: maker.key }
    const response = await fetch(url, { headers, redirect: 'manual', cache: 'no-store' })
    return {
      status: response.status,
      headers: [...response.headers].filter(([name]) => !notKept.has(name)),
      body: Buffer.from(await response.arrayBuffer()),
    }
  } catch {
    return undefined
  }
}

async function send(req: Request, res: Response, page: Page): Promise<void> {
  res.status(page.status)
  for (const [name, value] of page.headers) res.setHeader(name, value)
  if (req.acceptsEncodings('gzip') !== 'gzip') {
    res.end(page.body)
    return
  }
  page.gzipped ??= compress(page.body)
  const body = await page.gzipped
  res.setHeader('Content-Encoding', 'gzip')
  res.end(body)
}
