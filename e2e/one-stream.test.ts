import type { BrowserContext, Page } from '@playwright/test'
import { checkout } from '../server/src/testing/api-client.ts'
import { expect, test } from './fixtures.ts'
import type { ShopHandle } from './shop.ts'
import {
  behindNotice,
  cardOf,
  expectLive,
  openLive,
  searchField,
  stockIn,
  withoutSharedWorker,
} from './storefront.ts'

/** Over HTTP/1.1 the seventh would hang if each had a stream. */
const ways = [
  { how: 'a shared worker', tabCount: 12, prepare: undefined },
  { how: 'a lock, where there are no shared workers,', tabCount: 8, prepare: withoutSharedWorker },
]

for (const { how, tabCount, prepare } of ways) {
  test(`by ${how} ${tabCount} tabs share one stream, all are live, and the last goes on through the shop`, async ({
    context,
    shop,
    offer,
  }) => {
    await prepare?.(context)
    const lamp = await offer({ stock: 50 })
    const tabs = await openTabs(context, tabCount, lamp.path)
    await shop.ask('receive', { productId: lamp.id, quantity: 1 })
    for (const tab of tabs) {
      await expect(stockIn(tab)).toHaveText('51 in stock')
      await expectLive(tab)
    }
    expect(await openStreams(shop)).toBe(1)

    const last = tabs.at(-1) as Page
    await last
      .getByRole('banner')
      .getByRole('link', { name: /Onhand/ })
      .click()
    await expect(last.getByRole('heading', { level: 1 })).toHaveText('Small batches, honestly counted.')
    await expectLive(last)
    await last.reload()
    await expectLive(last)
    expect(await openStreams(shop)).toBe(1)
  })

  test(`by ${how} the other tabs stay live when the first one closes`, async ({ context, shop, offer }) => {
    await prepare?.(context)
    const lamp = await offer({ stock: 50 })
    const [first, ...others] = await openTabs(context, 3, lamp.path)
    await first?.close()
    await shop.ask('receive', { productId: lamp.id, quantity: 1 })
    for (const tab of others) await expect(stockIn(tab)).toHaveText('51 in stock')
    for (const tab of others) await expectLive(tab)
    await expect.poll(() => openStreams(shop)).toBe(1)
  })

  for (const [where, put, bring] of [
    ['in the back-forward cache', 'pagehide', 'pageshow'],
    ['asleep', 'freeze', 'resume'],
  ] as const) {
    test(`by ${how} a page that was ${where} is right and live at once when it is back`, async ({
      page,
      context,
      shop,
      offer,
    }) => {
      await prepare?.(context)
      const lamp = await offer({ stock: 20 })
      await openLive(page, lamp.path)
      await tell(page, put)
      if (prepare) await expect.poll(() => openStreams(shop)).toBe(0)
      await checkout(shop.url, [{ productId: lamp.id, quantity: 4 }])
      await expect(page.getByTestId('live-status')).not.toHaveText('Stock: Live')
      await expect(stockIn(page)).toHaveText('20 in stock')
      await tell(page, bring)
      await expect(stockIn(page)).toHaveText('16 in stock')
      await expectLive(page)
      await expect.poll(() => openStreams(shop)).toBe(1)
    })
  }
}

test('a shared worker that cannot be loaded is done without', async ({ page, context, shop, offer }) => {
  await context.addInitScript(() => {
    const Worker = SharedWorker
    window.SharedWorker = class extends Worker {
      constructor() {
        super('/no-such-worker.js')
      }
    }
  })
  const lamp = await offer({ stock: 20 })
  await openLive(page, lamp.path)
  await checkout(shop.url, [{ productId: lamp.id, quantity: 4 }])
  await expect(stockIn(page)).toHaveText('16 in stock')
})

test('when the leading tab hangs, the tab that is looked at takes over', async ({
  page,
  context,
  shop,
  offer,
}) => {
  await withoutSharedWorker(context)
  const lamp = await offer({ stock: 20 })
  await openLive(page, lamp.path)
  const other = await context.newPage()
  await openLive(other, lamp.path)
  const hangs = page.waitForEvent('console', (message) => message.text() === 'hangs')
  const hanging = page.evaluate((ms) => {
    console.debug('hangs')
    const end = Date.now() + ms
    while (Date.now() < end);
  }, 6_000)
  await hangs
  await checkout(shop.url, [{ productId: lamp.id, quantity: 4 }])
  await expect(stockIn(other)).toHaveText('20 in stock')
  await tell(other, 'visibilitychange')
  await expect(stockIn(other)).toHaveText('16 in stock')
  await hanging
  await expect(stockIn(page)).toHaveText('16 in stock')
  await expect.poll(() => openStreams(shop)).toBe(1)
})

test('without locks and workers each tab reads for itself', async ({ context, shop, offer }) => {
  await withoutSharedWorker(context)
  await context.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'locks'))
  const lamp = await offer({ stock: 50 })
  const tabs = await openTabs(context, 2, lamp.path)
  await shop.ask('receive', { productId: lamp.id, quantity: 1 })
  for (const tab of tabs) await expect(stockIn(tab)).toHaveText('51 in stock')
  expect(await openStreams(shop)).toBe(2)
})

test('a page whose code for reading the stream could not be loaded tries again', async ({
  page,
  context,
  offer,
  complaints,
}) => {
  complaints.expect(/ERR_FAILED/)
  await withoutSharedWorker(context)
  const lamp = await offer({ stock: 50 })
  const html = await (await page.request.get(lamp.listPath)).text()
  let isDown = true
  await page.route('**/_next/static/chunks/*.js', (route) => {
    const isLater = !html.includes(new URL(route.request().url()).pathname)
    return isLater && isDown ? route.abort() : route.continue()
  })
  await page.goto(lamp.listPath)
  await expect(behindNotice(page)).toBeVisible()
  isDown = false
  await expectLive(page)
})

test('from page to page the stream is widened, and nothing is missed on the way', async ({
  page,
  shop,
  offer,
}) => {
  // A word of their own: the shop has more lanterns by now than the first page of a search shows.
  const [lamp, other] = [
    await offer({ word: 'Beacon', stock: 50 }),
    await offer({ word: 'Beacon', stock: 50 }),
  ]
  await openLive(page, lamp.listPath)
  await shop.ask('receive', { productId: other.id, quantity: 1 })
  await searchField(page).fill('Beacon')
  await searchField(page).press('Enter')
  await expect(stockIn(cardOf(page, other.name))).toHaveText('51 in stock')
  await shop.ask('receive', { productId: other.id, quantity: 1 })
  await expect(stockIn(cardOf(page, other.name))).toHaveText('52 in stock')
  await shop.ask('receive', { productId: lamp.id, quantity: 1 })
  await expect(stockIn(cardOf(page, lamp.name))).toHaveText('51 in stock')
})

async function openTabs(context: BrowserContext, count: number, path: string): Promise<Page[]> {
  const tabs: Page[] = []
  for (let opened = 0; opened < count; opened += 1) {
    const tab = await context.newPage()
    await openLive(tab, path)
    tabs.push(tab)
  }
  return tabs
}

async function openStreams(shop: ShopHandle): Promise<number> {
  return (await shop.ask('countStreams')).open
}

/** A headless browser never puts a page away by itself, so the page is told as a browser would tell it. */
function tell(page: Page, type: string): Promise<void> {
  return page.evaluate((name) => {
    const isOfWindow = name === 'pagehide' || name === 'pageshow'
    if (isOfWindow) window.dispatchEvent(new PageTransitionEvent(name, { persisted: true }))
    else document.dispatchEvent(new Event(name))
  }, type)
}
