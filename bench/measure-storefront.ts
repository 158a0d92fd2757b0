import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Browser } from '@playwright/test'
import { buildStorefront } from '../scripts/build-storefront.ts'
import { compare } from './compare.ts'
import { fetchedScripts } from './fetched-scripts.ts'
import { launchBrowser } from './launch-browser.ts'
import type { Load } from './load.ts'
import type { Row } from './row.ts'
import { type RunningServer, runServer } from './run-server.ts'
import { keepBuying } from './shop-side.ts'
import { stockAgeRow } from './stock-age.ts'
import { withTemporaryFolder } from './temporary-folder.ts'

const pageLoad: Load = { method: 'GET', path: '/' }
/** The list may bring a third as much JavaScript again as Next does by itself. */
const scriptTarget = 1 / 1.35

/** The list as a page, its stock changing underneath, beside an empty static page of the same Next. */
export function storefrontRows(): Promise<Row[]> {
  return withTemporaryFolder(async (folder) => {
    buildPages()
    const shop = await runServer('shop.ts', [`file:${folder}/onhand.db`, '24', 'storefront'])
    const empty = await runServer('empty-page.ts')
    const scripts = await scriptsRow(shop, empty)
    const stopBuying = await keepBuying(shop.url)
    const rate = await compare(
      {
        name: 'HTML of the list, 24 products, 20 purchases a second',
        limitName: 'an empty static Next page',
        target: 0.8,
      },
      { url: shop.url, load: pageLoad },
      { url: empty.url, load: pageLoad },
    )
    const stockAge = await stockAgeRow(shop, pageLoad)
    await stopBuying()
    await Promise.all([shop.stop(), empty.stop()])
    return [scripts, rate, stockAge]
  })
}

function buildPages(): void {
  const next = join(import.meta.dirname, '../node_modules/next/dist/bin/next')
  const page = join(import.meta.dirname, 'empty-page')
  const env = { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' } as const
  const built = spawnSync(process.execPath, [next, 'build', page], { env })
  if (built.status !== 0) throw new Error(`the empty page could not be built: ${built.stderr}`)
  if (!buildStorefront()) throw new Error('the storefront could not be built')
}

/** In a real browser: workers and what the page loads late count too, and what old browsers alone fetch does not. */
async function scriptsRow(shop: RunningServer, empty: RunningServer): Promise<Row> {
  process.stderr.write('JavaScript of the list\n')
  const browser = await launchBrowser()
  const ours = await scriptKilobytes(browser, shop.url)
  const limit = await scriptKilobytes(browser, empty.url)
  await browser.close()
  return {
    name: 'JavaScript that a browser fetches for the list and its workers until nothing more comes, gzipped',
    limitName: 'an empty Next page',
    ours: ours.all,
    limit: limit.all,
    unit: ' kB',
    ratio: limit.all / ours.all,
    target: Number(scriptTarget.toFixed(2)),
    note: [
      `${(ours.all / limit.all).toFixed(2)} times as much`,
      `${ours.named.toFixed(0)} kB are named in the HTML, the limit's ${limit.named.toFixed(0)}`,
      'nobody touches the page; without the service worker and what it keeps',
    ].join('; '),
  }
}

interface Kilobytes {
  readonly all: number
  /** Of the scripts that the HTML names; the others are a worker's, or loaded late. */
  readonly named: number
}

async function scriptKilobytes(browser: Browser, url: string): Promise<Kilobytes> {
  const html = await (await fetch(url)).text()
  const paths = await fetchedScripts(browser, url)
  const scripts = await Promise.all(
    paths.map(async (path) => ({
      isNamed: html.includes(`src="${path}"`),
      bytes: gzipSync(await (await fetch(url + path)).arrayBuffer()).byteLength,
    })),
  )
  const sum = (some: typeof scripts): number => some.reduce((total, { bytes }) => total + bytes, 0) / 1_000
  return { all: sum(scripts), named: sum(scripts.filter(({ isNamed }) => isNamed)) }
}
