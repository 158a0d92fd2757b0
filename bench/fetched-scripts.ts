import { once } from 'node:events'
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser } from '@playwright/test'

/** So long after the last new script a page is taken to have all that it fetches by itself. */
const settledMs = 3_000
const lookEveryMs = 100

/**
 * The paths of all scripts that a browser without anything in its cache fetches for a page and its workers, while nobody
 * touches it. Without the service worker, which fetches for pages to come.
 */
export async function fetchedScripts(browser: Browser, url: string): Promise<string[]> {
  const proxy = await openWatchingProxy(url)
  const context = await browser.newContext({ serviceWorkers: 'block' })
  const page = await context.newPage()
  await page.goto(proxy.url, { waitUntil: 'load' })
  while (performance.now() - proxy.newestAt() < settledMs) await page.waitForTimeout(lookEveryMs)
  await context.close()
  await proxy.close()
  return proxy.scripts()
}

interface WatchingProxy {
  readonly url: string
  scripts(): string[]
  /** When it was last asked for a script that it had not seen. */
  newestAt(): number
  close(): Promise<void>
}

/** Stands in front of a server and notes which scripts are asked for: of shared workers, a browser's own tools tell a page nothing. */
async function openWatchingProxy(serverUrl: string): Promise<WatchingProxy> {
  const scripts = new Set<string>()
  let newestAt = performance.now()

  function note(path: string, answer: IncomingMessage): void {
    if (!answer.headers['content-type']?.includes('javascript') || scripts.has(path)) return
    scripts.add(path)
    newestAt = performance.now()
  }

  function passOn(req: IncomingMessage, res: ServerResponse): void {
    const onward = request(serverUrl + req.url, { method: req.method, headers: req.headers }, (answer) => {
      note(req.url ?? '/', answer)
      res.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(res)
    })
    onward.once('error', () => res.destroy())
    res.once('close', () => onward.destroy())
    req.pipe(onward)
  }

  const server = createServer(passOn).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    scripts: () => [...scripts],
    newestAt: () => newestAt,
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
