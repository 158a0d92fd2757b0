import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { findChromium } from '../e2e/chromium.ts'
import { openShopProcess } from '../e2e/shop.ts'
import { buildStorefront } from '../scripts/build-storefront.ts'
import { median, type Row } from './row.ts'
import { withTemporaryFolder } from './temporary-folder.ts'

/** With its 114 packages it weighs 176 MB, so it is fetched when it is wanted and by nobody else. */
const packageName = 'lighthouse@13.5.0'
const rounds = 3
const pages = [
  ['list', '/'],
  ['product', '/products/turned-oak-bowl'],
  ['cart', '/cart'],
  ['checkout', '/checkout'],
] as const
const quality = ['accessibility', 'best-practices', 'seo'] as const

/** What is used of Lighthouse's answer. */
interface Report {
  readonly categories: Record<'performance' | (typeof quality)[number], { readonly score: number | null }>
  readonly audits: Record<string, { readonly displayValue?: string }>
}
type Lighthouse = (url: string, flags: object) => Promise<{ lhr: Report } | undefined>
type Launch = (options: object) => Promise<{ port: number; kill(): void }>

/** Lighthouse's own scores, as on a phone, of the pages one passes on the way to an order. */
export async function lighthouseRows(): Promise<Row[]> {
  return withTemporaryFolder(async (folder) => {
    if (!fetchInto(folder)) {
      process.stderr.write(
        `${packageName} could not be fetched: its rows are left out; they need a network\n`,
      )
      return []
    }
    if (!buildStorefront()) throw new Error('there is no storefront to look at')
    const { default: lighthouse } = await load<{ default: Lighthouse }>(folder, 'lighthouse/core/index.js')
    const { launch } = await load<{ launch: Launch }>(folder, 'chrome-launcher/dist/index.js')
    const { executablePath, env } = await findChromium()
    const shop = await openShopProcess({ sampleData: true })
    const chrome = await launch({
      chromePath: executablePath,
      chromeFlags: ['--headless', '--no-sandbox', '--disable-gpu'],
      envVars: env,
    })
    try {
      const rows: Row[] = []
      for (const [name, path] of pages) {
        process.stderr.write(`Lighthouse, ${name}\n`)
        const reports: Report[] = []
        for (let round = 0; round < rounds; round += 1) {
          const result = await lighthouse(shop.url + path, { port: chrome.port, logLevel: 'error' })
          if (!result) throw new Error(`Lighthouse said nothing of ${path}`)
          reports.push(result.lhr)
        }
        rows.push(...rowsOf(name, reports))
      }
      return rows
    } finally {
      chrome.kill()
      await shop.discard()
    }
  })
}

function fetchInto(folder: string): boolean {
  process.stderr.write(`fetching ${packageName}\n`)
  const { status } = spawnSync(
    'npm',
    ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error', '--prefix', folder, packageName],
    { stdio: ['ignore', 'ignore', 'inherit'], shell: process.platform === 'win32' },
  )
  return status === 0
}

function load<Module>(folder: string, path: string): Promise<Module> {
  return import(pathToFileURL(join(folder, 'node_modules', path)).href)
}

function rowsOf(name: string, reports: readonly Report[]): Row[] {
  const scoresOf = (category: keyof Report['categories']): number[] =>
    reports.map(({ categories }) => Math.round((categories[category].score ?? 0) * 100))
  const [first] = reports
  const told = ['largest-contentful-paint', 'total-blocking-time', 'cumulative-layout-shift']
    .map((audit) => first?.audits[audit]?.displayValue)
    .join(', ')
  return [
    scoreRow(
      `Lighthouse, ${name}: performance`,
      median(scoresOf('performance')),
      0.95,
      `largest paint, blocking, shift: ${told}`,
    ),
    scoreRow(
      `Lighthouse, ${name}: the rest`,
      Math.min(...quality.flatMap(scoresOf)),
      1,
      'the lowest of accessibility, best practices and SEO',
    ),
  ]
}

function scoreRow(name: string, ours: number, target: number, note: string): Row {
  return { name, limitName: 'full score', ours, limit: 100, unit: '', ratio: ours / 100, target, note }
}
