import { checkout } from '../server/src/testing/api-client.ts'
import { expect, test } from './fixtures.ts'
import { openHoldingProxy } from './holding-proxy.ts'
import {
  behindNotice,
  cardOf,
  expectConfirmation,
  expectLive,
  forbidReload,
  goToCheckout,
  lineOf,
  openLive,
  placeOrderButton,
  stockIn,
  withoutSharedWorker,
} from './storefront.ts'

/** Long enough for the longest pause between two tries to reach the shop again. */
const healMaxMs = 20_000

test.beforeEach(({ expectComplaint }) => {
  expectComplaint(/net::ERR_/)
})

test('when the shop goes down the page says that stock may be behind, and heals by itself', async ({
  page,
  shop,
  offer,
}) => {
  const lamp = await offer({ stock: 9 })
  await openLive(page, lamp.listPath)
  const check = forbidReload(page)
  await shop.kill()
  await expect(behindNotice(page)).toBeVisible({ timeout: 20_000 })
  await expect(page.getByTestId('live-status')).toHaveText('Stock: Not live')
  await expect(stockIn(cardOf(page, lamp.name))).toHaveText('9 in stock')

  await shop.reopen()
  await checkout(shop.url, [{ productId: lamp.id, quantity: 2 }])
  await expect(stockIn(cardOf(page, lamp.name))).toHaveText('7 in stock', { timeout: healMaxMs })
  await expectLive(page)
  await expect(behindNotice(page)).toBeHidden()
  await checkout(shop.url, [{ productId: lamp.id, quantity: 3 }])
  await expect(stockIn(cardOf(page, lamp.name))).toHaveText('Only 4 left')
  check()
})

test('a page that was offline is right again as soon as it is back', async ({
  page,
  context,
  shop,
  offer,
}) => {
  const lamp = await offer({ stock: 9 })
  // What the test takes offline is the page and not a worker.
  await withoutSharedWorker(context)
  await openLive(page, lamp.path)
  await context.setOffline(true)
  await checkout(shop.url, [{ productId: lamp.id, quantity: 2 }])
  await expect(behindNotice(page)).toBeVisible({ timeout: 20_000 })
  await expect(stockIn(page)).toHaveText('9 in stock')
  await context.setOffline(false)
  await expect(stockIn(page)).toHaveText('7 in stock')
  await expectLive(page)
})

test('a list that could not be loaded says what is known, and can be loaded again', async ({
  page,
  shop,
  offer,
  expectComplaint,
}) => {
  expectComplaint(/status of 500|React error #441/)
  const lamp = await offer({ stock: 9 })
  await shop.ask('cutStorefront')
  await page.goto(lamp.listPath)
  await expect(page.getByRole('main')).toContainText('This page could not be loaded. Your cart is kept.')
  await expect(page.getByRole('main')).not.toContainText('order')
  expect(shop.takeLog(), 'the shop logged why').toContain('could not be reached')
  await shop.ask('releaseStorefront')
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(cardOf(page, lamp.name)).toBeVisible()
})

test('an order that could not be shown may well be there, and can be shown again', async ({
  page,
  shop,
  offer,
  expectComplaint,
}) => {
  expectComplaint(/status of 500|React error #441/)
  const lamp = await offer({ stock: 9 })
  await goToCheckout(page, lamp, 2)
  await shop.ask('cutStorefront')
  await placeOrderButton(page).click()
  await expect(page.getByRole('main')).toContainText('your order may well be there')
  await expect(page).toHaveURL(/\/orders\/ord_/)
  expect(shop.takeLog(), 'the shop logged why').toContain('could not be reached')
  await shop.ask('releaseStorefront')
  await page.getByRole('button', { name: 'Try again' }).click()
  await expectConfirmation(page)
  await expect(lineOf(page, lamp.name)).toBeVisible()
})

test('a shop that opens answers for no page before it can', async ({ shop }) => {
  await shop.kill()
  const opening = shop.reopen()
  let first: number | undefined
  await expect
    .poll(
      async () => {
        first = await fetch(shop.url).then(
          ({ status }) => status,
          () => undefined,
        )
        return first
      },
      { intervals: [10], timeout: healMaxMs },
    )
    .toBeDefined()
  await opening
  expect(first, 'the first answer to a page').not.toBe(404)
})

test('a price that could not be loaded says so, and can be loaded again', async ({ page, offer }) => {
  const lamp = await offer({ stock: 9, price: 1_000 })
  await goToCheckout(page, lamp)
  let cut = true
  await page.route(`**/api/products/${lamp.id}`, (route) =>
    cut ? route.abort('connectionrefused') : route.continue(),
  )
  await page.clock.install()
  await page.goto('/cart')
  await expect(lineOf(page, lamp.name)).toBeVisible()
  await expect(async () => {
    await page.clock.runFor(5_000)
    await expect(lineOf(page, lamp.name)).toContainText('Its price could not be loaded.', { timeout: 200 })
  }).toPass()
  cut = false
  await page.getByRole('button', { name: 'Load prices again' }).click()
  await expect(lineOf(page, lamp.name)).toContainText('€10.00 each')
})

test('behind a proxy that holds streams back the stock is asked for every few seconds, until they come through', async ({
  page,
  context,
  shop,
  offer,
}) => {
  // A worker has a clock of its own, which a test cannot turn.
  await withoutSharedWorker(context)
  const lamp = await offer({ stock: 9 })
  const proxy = await openHoldingProxy(shop.url)
  await page.clock.install()
  await page.goto(proxy.url + lamp.path)
  await page.locator('html[data-stream]').waitFor()
  await page.clock.runFor(7_000)
  await expect(page.getByTestId('live-status')).toHaveText('Stock: Almost live, updated every few seconds')
  await expect(behindNotice(page)).toBeHidden()
  await checkout(shop.url, [{ productId: lamp.id, quantity: 2 }])
  await page.clock.runFor(7_000)
  await expect(stockIn(page)).toHaveText('7 in stock')

  proxy.release()
  await expect(async () => {
    await page.clock.runFor(5_000)
    await expect(page.getByTestId('live-status')).toHaveText('Stock: Live', { timeout: 500 })
  }).toPass()
  await checkout(shop.url, [{ productId: lamp.id, quantity: 3 }])
  await expect(stockIn(page)).toHaveText('Only 4 left')
  await page.goto('about:blank')
  await proxy.close()
})
