import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { buildStorefront } from '../scripts/build-storefront.ts'
import { compare } from './compare.ts'
import type { Load } from './load.ts'
import type { Row } from './row.ts'
import { type RunningServer, runServer } from './run-server.ts'
import { keepBuying } from './shop-side.ts'
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
    await stopBuying()
    await Promise.all([shop.stop(), empty.stop()])
    return [scripts, rate]
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

async function scriptsRow(shop: RunningServer, empty: RunningServer): Promise<Row> {
  const [ours, limit] = await Promise.all([scriptKilobytes(shop.url), scriptKilobytes(empty.url)])
  return {
    name: 'JavaScript of the list, gzipped',
    limitName: 'an empty Next page',
    ours,
    limit,
    unit: ' kB',
    ratio: limit / ours,
    target: Number(scriptTarget.toFixed(2)),
    note: `${(ours / limit).toFixed(2)} times as much`,
  }
}

/** All that the page asks for by itself, but for what old browsers alone ask for. */
async function scriptKilobytes(url: string): Promise<number> {
  const html = await (await fetch(url)).text()
  const tags = [...html.matchAll(/<script[^>]* src="([^"]+)"[^>]*>/g)].filter(
    ([tag]) => !/nomodule/i.test(tag),
  )
  const sources = new Set(tags.map(([, source = '']) => source))
  const scripts = await Promise.all(
    [...sources].map(async (source) => (await fetch(new URL(source, url))).arrayBuffer()),
  )
  return scripts.reduce((sum, script) => sum + gzipSync(Buffer.from(script)).byteLength, 0) / 1_000
}
