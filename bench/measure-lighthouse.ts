import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { ProductPage } from '@onhand/contract/catalog'
import { chromium, type Page } from '@playwright/test'
import { findChromium } from '../e2e/chromium.ts'
import { openShopProcess } from '../e2e/shop.ts'
import { buildStorefront } from '../scripts/build-storefront.ts'
import { cartKey, formatCart } from '../web/features/cart/cart-storage.ts'
import { median, type Row } from './row.ts'
import { withTemporaryFolder } from './temporary-folder.ts'

/** With its 114 packages it weighs 176 MB, so it is fetched when it is wanted and by nobody else. */
const packageName = 'lighthouse@13.5.0'
const rounds = 3
const cartLines = 2
const emptyHanded = [
  ['list', '/'],
  ['product', '/products/turned-oak-bowl'],
] as const
const withCart = [
  [`cart of ${cartLines} lines`, '/cart'],
  [`checkout of ${cartLines} lines`, '/checkout'],
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
    const measure = async ([name, path]: readonly [string, string]): Promise<Row[]> => {
      process.stderr.write(`Lighthouse, ${name}\n`)
      const reports: Report[] = []
      for (let round = 0; round < rounds; round += 1) {
        const result = await lighthouse(shop.url + path, { port: chrome.port, logLevel: 'error' })
        if (!result) throw new Error(`Lighthouse said nothing of ${path}`)
        reports.push(result.lhr)
      }
      return rowsOf(name, reports)
    }
    try {
      const rows: Row[] = []
      for (const page of emptyHanded) rows.push(...(await measure(page)))
      const filled = await fillCart(chrome.port, shop.url)
      for (const page of withCart) rows.push(...(await measure(page)))
      const left = await keptCart(chrome.port, shop.url)
      if (left !== filled) throw new Error('the cart was not kept, so an empty one was measured')
      return rows
    } finally {
      chrome.kill()
      await shop.discard()
    }
  })
}

/**
 * Puts lines into the cart of Lighthouse's browser, and returns what it keeps then. Before each run Lighthouse clears the caches, but
 * not the storage that the cart is kept in.
 */
async function fillCart(port: number, shopUrl: string): Promise<string> {
  const { products } = (await (await fetch(`${shopUrl}/api/products?inStock=true`)).json()) as ProductPage
  const lines = products.slice(0, cartLines).map(({ id, name }) => ({ productId: id, name, quantity: 1 }))
  const text = formatCart({ lines })
  await atShop(port, shopUrl, (page) =>
    page.evaluate(([key, value]) => localStorage.setItem(key, value), [cartKey, text] as const),
  )
  return text
}

function keptCart(port: number, shopUrl: string): Promise<string | null> {
  return atShop(port, shopUrl, (page) => page.evaluate((key) => localStorage.getItem(key), cartKey))
}

/** In a page of the shop that runs nothing of its own. */
async function atShop<T>(port: number, shopUrl: string, work: (page: Page) => Promise<T>): Promise<T> {
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`)
  try {
    const [context] = browser.contexts()
    if (!context) throw new Error("Lighthouse's browser has no context to open a page in")
    const page = await context.newPage()
    await page.goto(`${shopUrl}/robots.txt`)
    const done = await work(page)
    await page.close()
    return done
  } finally {
    await browser.close()
  }
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
