import { type Browser, chromium, type Page } from '@playwright/test'
import { findChromium } from '../e2e/chromium.ts'
import { openShopProcess, type ShopHandle } from '../e2e/shop.ts'
import { buildStorefront } from '../scripts/build-storefront.ts'
import { type PageRecord, recordPage } from './record-page.ts'
import type { Row } from './row.ts'
import { productIdsOf } from './shop-side.ts'

const changesPerSecond = 20
const watchedMs = 10_000
const waitingMax = 8
const additions = 20
const paintMaxMs = 100
/** How long a person's pointer is on a button before it is pressed, and how long it is pressed. */
const restsMs = 100
const pressedMs = 60

/** The list of 24 products in a real browser, while stock moves: does anything shift, and how fast is an answer painted? */
export async function pageRows(): Promise<Row[]> {
  if (!buildStorefront()) throw new Error('there is no storefront to look at')
  process.stderr.write('list in a browser, stock moving\n')
  const shop = await openShopProcess({ sampleData: true })
  const browser = await launch()
  const stopMoving = await moveStock(shop)
  try {
    return [await shiftRow(browser, shop), await paintRow(browser, shop)]
  } finally {
    stopMoving()
    await browser.close()
    await shop.discard()
  }
}

async function shiftRow(browser: Browser, shop: ShopHandle): Promise<Row> {
  const page = await openList(browser, shop)
  await page.waitForTimeout(watchedMs)
  const { shift, moves } = await recordOf(page)
  if (moves < changesPerSecond) throw new Error(`stock moved only ${moves} times, so nothing was measured`)
  return {
    name: 'layout shift of the list, 20 changes a second',
    limitName: 'none',
    ours: shift,
    limit: 0,
    unit: '',
    ratio: shift === 0 ? 1 : 0,
    target: 1,
    note: `${moves} figures changed in ${watchedMs / 1_000} s`,
  }
}

async function paintRow(browser: Browser, shop: ShopHandle): Promise<Row> {
  const page = await openList(browser, shop)
  const buttons = page.getByTestId('add-to-cart').and(page.locator(':enabled'))
  const drawer = page.getByRole('dialog')
  const count = await buttons.count()
  for (let added = 0; added < additions; added += 1) {
    await buttons.nth(added % count).hover()
    await page.waitForTimeout(restsMs)
    await buttons.nth(added % count).click({ delay: pressedMs })
    await drawer.waitFor()
    await page.keyboard.press('Escape')
    await drawer.waitFor({ state: 'hidden' })
  }
  const pressesMs = Object.values((await recordOf(page)).pressesMs)
  if (pressesMs.length < additions)
    throw new Error(`the browser timed ${pressesMs.length} of ${additions} presses`)
  const worstMs = Math.max(...pressesMs)
  return {
    name: 'next paint after "Add to cart", worst of 20, 24 products live at 20 changes a second',
    limitName: 'what feels at once',
    ours: worstMs,
    limit: paintMaxMs,
    unit: ' ms',
    ratio: paintMaxMs / worstMs,
    target: 1,
    note: 'the drawer is loaded and opened by it; the pointer is there 0.1 s before, and down for 60 ms',
  }
}

async function launch(): Promise<Browser> {
  const { executablePath, env } = await findChromium()
  return chromium.launch({ executablePath, env, args: ['--no-sandbox', '--disable-gpu'] })
}

async function openList(browser: Browser, shop: ShopHandle): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
  await page.addInitScript(recordPage)
  await page.goto(shop.url)
  await page.locator('[data-testid="live-status"][data-status="live"]').waitFor()
  return page
}

function recordOf(page: Page): Promise<PageRecord> {
  return page.evaluate(() => (globalThis as unknown as { record: PageRecord }).record)
}

/** Lets a little come in of one product after the other; a shop that is behind is not asked for more. */
async function moveStock(shop: ShopHandle): Promise<() => void> {
  const productIds = await productIdsOf(shop.url)
  let next = 0
  let waiting = 0
  const timer = setInterval(() => {
    const productId = productIds[next % productIds.length]
    if (!productId || waiting >= waitingMax) return
    next += 1
    waiting += 1
    shop.ask('receive', { productId, quantity: 1 }).then(
      () => (waiting -= 1),
      () => {},
    )
  }, 1_000 / changesPerSecond)
  return () => clearInterval(timer)
}
