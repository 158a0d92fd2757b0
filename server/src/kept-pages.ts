import { randomUUID } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Request, RequestHandler, Response } from 'express'

/** A page is given out for no longer than this after its making was begun, whatever was heard of the stock meanwhile. */
const ageMaxMs = 800
/** A page younger than this is given out although the stock has moved: in a rush it is made at most twenty times a second. */
const restMs = 50
/** Pages kept; the commonest few are what a rush asks for. */
const pagesMax = 100
/** Pages made at once; who asks for yet another one has it made by the own request, which takes no second connection. */
const makingMax = 32

/** Takes as long as gzip, for a quarter less: a page says most things twice, further apart than gzip looks back. */
const brotliOptions = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }
const brotli = promisify(brotliCompress)
const compress = {
  br: (body: Buffer): Promise<Buffer> => brotli(body, brotliOptions),
  gzip: promisify<Buffer, Buffer>(gzip),
}
/** The smallest first; browsers take the first of them over HTTPS alone. */
const encodings = ['br', 'gzip'] as const

/** Marks the requests with which pages are made; nobody outside knows it. */
const maker = { name: 'x-onhand-maker', key: randomUUID() }

/** What is about one connection or one way of sending, and so is not kept. */
const notKept = new Set(['connection', 'content-length', 'date', 'keep-alive', 'transfer-encoding'])

interface Page {
  readonly status: number
  readonly headers: readonly (readonly [string, string])[]
  readonly body: Buffer
  /** The body as browsers take it; made when the first asks. */
  readonly compressed: Partial<Record<(typeof encodings)[number], Promise<Buffer>>>
}

interface KeptPage {
  readonly begunAt: number
  /** How many changes had been heard of when it was begun. */
  readonly changes: number
  readonly page: Promise<Page | undefined>
  isMade: boolean
}

export interface KeptPages {
  readonly handle: RequestHandler
  /** There is more or less of something: pages made from here on say so. */
  stockMoved(): void
  /** What is sold is another: no page made before is given out any more, since nobody would hear of it again. */
  forget(): void
}

/**
 * Makes the catalog's pages once for all who ask at the same moment. A page is asked for over HTTP without any of the
 * visitor's headers, but for the state of an open page, which then is part of what it is kept under: so nothing personal can
 * be in it.
 *
 * @param origin where this shop answers; asked when the first page is wanted
 */
export function keepPages(origin: () => string): KeptPages {
  const kept = new Map<string, KeptPage>()
  let changes = 0
  let making = 0

  function isGood({ begunAt, changes: then }: KeptPage): boolean {
    const age = performance.now() - begunAt
    return age < restMs || (then === changes && age < ageMaxMs)
  }

  function make(key: string, req: Request): KeptPage {
    making += 1
    const page = makePage(origin() + req.url, stateOf(req))
    const made = { begunAt: performance.now(), changes, page, isMade: false }
    kept.delete(key)
    kept.set(key, made)
    const [oldest] = kept.keys()
    if (kept.size > pagesMax && oldest !== undefined) kept.delete(oldest)
    void made.page.then((page) => {
      making -= 1
      made.isMade = true
      if (page?.status !== 200 && kept.get(key) === made) kept.delete(key)
    })
    return made
  }

  /** Undefined when too many are being made, and none at this address. */
  function choose(key: string, req: Request): KeptPage | undefined {
    const known = kept.get(key)
    if (known && isGood(known)) return known
    if (making < makingMax) return make(key, req)
    // Pages take long then: were it made for each visitor, they would take longer still.
    return known?.isMade === false ? known : undefined
  }

  return {
    async handle(req, res, next) {
      if (!isForEverybody(req)) return next()
      const key = `${req.url} ${stateOf(req) ?? ''}`
      const chosen = choose(key, req)
      if (!chosen) return next()
      const page = await chosen.page
      if (page) await send(req, res, page)
      else next()
    },
    stockMoved() {
      changes += 1
    },
    forget() {
      kept.clear()
    },
  }
}

/**
 * The documents of list and products, and what an open page of them asks for when it hears that it has changed, which all
 * do at once. What is asked for on the way from page to page, and everything else, is made each time.
 */
function isForEverybody(req: Request): boolean {
  const { method, path, headers } = req
  if (method !== 'GET' || headers[maker.name] === maker.key) return false
  if (headers.rsc !== undefined && stateOf(req) === undefined) return false
  return path === '/' || /^\/products\/[^/]+$/.test(path)
}

/** What an open page says of itself when it asks for itself anew. Nothing else of the request changes the answer. */
function stateOf({ headers }: Request): string | undefined {
  const state = headers['next-router-state-tree']
  const isRefresh = headers.rsc === '1' && typeof state === 'string' && isWholeAnew(state)
  return isRefresh && !prefetching.some((name) => name in headers) ? state : undefined
}

/** Next marks what is to be made anew: the root of a page that is refreshed, and only parts on the way to another page. */
function isWholeAnew(state: string): boolean {
  try {
    return JSON.parse(decodeURIComponent(state))[3] === 'refetch'
  } catch {
    return false
  }
}

const prefetching = ['next-router-prefetch', 'next-router-segment-prefetch']

/**
 * Undefined when it could not be made; then the visitor's own request finds out why.
 *
 * @param state of an open page, to be made anew; undefined for a document
 */
async function makePage(url: string, state: string | undefined): Promise<Page | undefined> {
  // A product's page tells by the last of these that it is no document.
  const refresh = state && { rsc: '1', 'next-router-state-tree': state, 'sec-fetch-dest': 'empty' }
  try {
    const headers = { 'accept-encoding': 'identity', [maker.name]: maker.key, ...refresh }
    const response = await fetch(url, { headers, redirect: 'manual', cache: 'no-store' })
    return {
      status: response.status,
      headers: [...response.headers].filter(([name]) => !notKept.has(name)),
      body: Buffer.from(await response.arrayBuffer()),
      compressed: {},
    }
  } catch {
    return undefined
  }
}

async function send(req: Request, res: Response, page: Page): Promise<void> {
  res.status(page.status)
  for (const [name, value] of page.headers) res.setHeader(name, value)
  // Asked one by one: of several, the one that the browser happens to name first would win.
  const encoding = encodings.find((name) => req.acceptsEncodings(name) === name)
  if (!encoding) {
    res.end(page.body)
    return
  }
  page.compressed[encoding] ??= compress[encoding](page.body)
  const body = await page.compressed[encoding]
  res.setHeader('Content-Encoding', encoding)
  res.end(body)
}
