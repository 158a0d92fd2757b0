import type { Browser, BrowserContextOptions, Locator, Page } from '@playwright/test'
import { openShopProcess, type ShopHandle } from '../e2e/shop.ts'
import { buildStorefront } from '../scripts/build-storefront.ts'
import { launchBrowser } from './launch-browser.ts'
import { type PageRecord, recordPage } from './record-page.ts'
import type { Row } from './row.ts'
import { productIdsOf } from './shop-side.ts'

const changesPerSecond = 20
const watchedMs = 10_000
const waitingMax = 8
const additions = 20
const paintMaxMs = 100
/** Browsers time nothing that is painted sooner. */
const timedFromMs = 16
/** How long a page is still, or a person's pointer on a button, before it is pressed, and how long it is pressed. */
const restsMs = 100
const pressedMs = 60

/** A way to press a button, in a window where people do it. */
interface Press {
  readonly name: string
  readonly note: string
  readonly window: BrowserContextOptions
  press(button: Locator): Promise<void>
}

const byMouse: Press = {
  name: 'pressed',
  note: 'the pointer rests there for 0.1 s before; the press opens the drawer',
  window: { viewport: { width: 1280, height: 800 } },
  async press(button) {
    await button.hover()
    await button.page().waitForTimeout(restsMs)
    await button.click({ delay: pressedMs })
  },
}

const byFinger: Press = {
  name: 'tapped on a phone',
  note: 'the page is scrolled there and rests for 0.1 s before; the tap opens the drawer',
  window: { viewport: { width: 390, height: 844 }, hasTouch: true },
  async press(button) {
    await button.scrollIntoViewIfNeeded()
    await button.page().waitForTimeout(restsMs)
    await button.tap()
  },
}

/** The list of 24 products in a real browser, while stock moves: does anything shift, and how fast is an answer painted? */
export async function pageRows(): Promise<Row[]> {
  if (!buildStorefront()) throw new Error('there is no storefront to look at')
  process.stderr.write('list in a browser, stock moving\n')
  const shop = await openShopProcess({ sampleData: true })
  const browser = await launchBrowser()
  const stopMoving = await moveStock(shop)
  try {
    return [
      await shiftRow(browser, shop),
      await paintRow(browser, shop, byMouse),
      await paintRow(browser, shop, byFinger),
    ]
  } finally {
    stopMoving()
    await browser.close()
    await shop.discard()
  }
}

async function shiftRow(browser: Browser, shop: ShopHandle): Promise<Row> {
  const page = await openList(browser, shop, byMouse.window)
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

async function paintRow(
  browser: Browser,
  shop: ShopHandle,
  { name, note, window, press }: Press,
): Promise<Row> {
  const page = await openList(browser, shop, window)
  const buttons = page.getByTestId('add-to-cart').and(page.locator(':enabled'))
  const drawer = page.getByRole('dialog')
  const count = await buttons.count()
  for (let added = 0; added < additions; added += 1) {
    await press(buttons.nth(added % count))
    await drawer.waitFor()
    await page.keyboard.press('Escape')
    await drawer.waitFor({ state: 'hidden' })
  }
  const { pressesMs, clicks } = await recordOf(page)
  if (clicks !== additions) throw new Error(`${additions} presses were ${clicks} clicks`)
  const worstMs = Math.max(timedFromMs, ...Object.values(pressesMs))
  return {
    name: `next paint after "Add to cart" is ${name}, worst of 20, 24 products live at 20 changes a second`,
    limitName: 'what feels at once',
    ours: worstMs,
    limit: paintMaxMs,
    unit: ' ms',
    ratio: paintMaxMs / worstMs,
    target: 1,
    note,
  }
}

async function openList(browser: Browser, shop: ShopHandle, window: BrowserContextOptions): Promise<Page> {
  const page = await browser.newPage(window)
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
