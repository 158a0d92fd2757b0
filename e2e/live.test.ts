import type { Page } from '@playwright/test'
import { checkout } from '../server/src/testing/api-client.ts'
import { expect, test } from './fixtures.ts'
import {
  addButtonIn,
  cardOf,
  expectConfirmation,
  expectPieces,
  forbidReload,
  goToCheckout,
  lineOf,
  openLive,
  placeOrderButton,
  putInCart,
  quantityIn,
  stockIn,
  total,
  typeQuantity,
} from './storefront.ts'

test('a purchase in one browser is seen at once on the list, product page and cart of another', async ({
  page,
  context,
  offer,
  newShopper,
}) => {
  const lamp = await offer({ stock: 9 })
  const [onProduct, onCart] = [await context.newPage(), await context.newPage()]
  await openLive(page, lamp.listPath)
  await putInCart(onCart, lamp, 3)
  await openLive(onProduct, lamp.path)
  await openLive(onCart, '/cart')
  await expect(stockIn(cardOf(page, lamp.name))).toHaveText('9 in stock')
  const checks = [page, onProduct, onCart].map(forbidReload)

  const buyer = await newShopper()
  await goToCheckout(buyer, lamp, 2)
  await placeOrderButton(buyer).click()
  await expectConfirmation(buyer)

  await expect(stockIn(cardOf(page, lamp.name))).toHaveText('7 in stock')
  await expect(stockIn(onProduct)).toHaveText('7 in stock')
  await expect(stockIn(lineOf(onCart, lamp.name))).toHaveText('7 in stock')
  for (const check of checks) check()
})

test('nothing moves on a list that becomes live and whose stock changes, nor in a cart and at checkout as they load', async ({
  newShopper,
  shop,
  offer,
}) => {
  const lamp = await offer({ stock: 9 })
  for (const [width, stock] of [
    [390, 10],
    [1280, 11],
  ] as const) {
    const page = await newShopper({ viewport: { width, height: 800 } })
    await page.addInitScript(recordShifts)
    await openLive(page, lamp.listPath)
    await shop.ask('receive', { productId: lamp.id, quantity: 1 })
    await expect(stockIn(cardOf(page, lamp.name))).toHaveText(`${stock} in stock`)
    expect(await shiftsOf(page)).toEqual([])
    await addButtonIn(cardOf(page, lamp.name)).click()
    await expectPieces(page, 1)
    for (const path of ['/cart', '/checkout']) {
      await openLive(page, path)
      await expect(total(page)).toHaveText(/€/)
      expect(await shiftsOf(page), path).toEqual([])
    }
  }
})

test('the buyer’s own page shows what is left, too', async ({ page, context, offer }) => {
  const lamp = await offer({ stock: 4 })
  await openLive(page, lamp.path)
  const otherTab = await context.newPage()
  await goToCheckout(otherTab, lamp, 2)
  await placeOrderButton(otherTab).click()
  await expectConfirmation(otherTab)
  await expect(stockIn(page)).toHaveText('Only 2 left')
})

test('at 0 the button is disabled and says so, and works again the moment the owner restocks', async ({
  page,
  shop,
  offer,
}) => {
  const lamp = await offer({ stock: 0 })
  await openLive(page, lamp.listPath)
  const card = cardOf(page, lamp.name)
  await expect(stockIn(card)).toHaveText('Sold out')
  await expect(addButtonIn(card)).toBeDisabled()
  await expect(addButtonIn(card)).toContainText('Sold out')
  await expect(quantityIn(card)).toBeDisabled()
  const check = forbidReload(page)

  await shop.ask('receive', { productId: lamp.id, quantity: 3 })
  await expect(stockIn(card)).toHaveText('Only 3 left')
  await expect(addButtonIn(card)).toContainText('Add to cart')
  await addButtonIn(card).click()
  await expectPieces(page, 1)
  check()
})

test('a product that sells out under the eyes of a shopper stops there and is spoken of', async ({
  page,
  shop,
  offer,
}) => {
  const lamp = await offer({ stock: 2 })
  await openLive(page, lamp.path)
  await checkout(shop.url, [{ productId: lamp.id, quantity: 1 }])
  await expect(stockIn(page)).toHaveText('Last one')
  await checkout(shop.url, [{ productId: lamp.id, quantity: 1 }])
  await expect(stockIn(page)).toHaveText('Sold out')
  await expect(addButtonIn(page)).toBeDisabled()
  await expect(page.getByRole('status').filter({ hasText: `${lamp.name} is sold out.` })).toHaveCount(1)
})

test('a chosen quantity that is no longer there falls to what is left', async ({ page, shop, offer }) => {
  const lamp = await offer({ stock: 8 })
  await openLive(page, lamp.path)
  await typeQuantity(page, '6')
  await checkout(shop.url, [{ productId: lamp.id, quantity: 5 }])
  await expect(quantityIn(page)).toHaveValue('3')
  await addButtonIn(page).click()
  await expectPieces(page, 3)
})

test('a quantity that is still being typed falls to what is left, keeps the focus and says why', async ({
  page,
  shop,
  offer,
}) => {
  const lamp = await offer({ stock: 8 })
  await openLive(page, lamp.path)
  await quantityIn(page).fill('6')
  await checkout(shop.url, [{ productId: lamp.id, quantity: 5 }])
  await expect(quantityIn(page)).toHaveValue('3')
  await expect(quantityIn(page)).toBeFocused()
  await expect(quantityIn(page)).toHaveAccessibleDescription('That is all there is: 3 in stock.')
  await checkout(shop.url, [{ productId: lamp.id, quantity: 1 }])
  await expect(quantityIn(page)).toHaveValue('2')
  await addButtonIn(page).click()
  await expectPieces(page, 2)
})

test('a quantity typed before the last piece was sold is not shown once more after a restock', async ({
  page,
  shop,
  offer,
}) => {
  const lamp = await offer({ stock: 6 })
  await openLive(page, lamp.path)
  await quantityIn(page).fill('6')
  await checkout(shop.url, [{ productId: lamp.id, quantity: 6 }])
  await expect(addButtonIn(page)).toBeDisabled()
  await shop.ask('receive', { productId: lamp.id, quantity: 3 })
  await expect(quantityIn(page)).toHaveValue('3')
  await addButtonIn(page).click()
  await expectPieces(page, 3)
})

test('a line of the cart that is being typed keeps its number when the stock falls below it', async ({
  page,
  shop,
  offer,
}) => {
  const lamp = await offer({ stock: 8 })
  await putInCart(page, lamp)
  await openLive(page, '/cart')
  const line = lineOf(page, lamp.name)
  // Found too high when the shop is asked, a moment later, it would be taken back.
  const asked = page.waitForResponse(`**/api/products/${lamp.id}`)
  await quantityIn(line).fill('6')
  await expectPieces(page, 6)
  await (await asked).finished()
  // The page has read the answer, too, before there is less.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
  await checkout(shop.url, [{ productId: lamp.id, quantity: 5 }])
  await expect(line).toContainText('Only 3 left, you have 6.')
  await expect(quantityIn(line)).toHaveValue('6')
  await quantityIn(line).press('Tab')
  await expect(quantityIn(line)).toHaveValue('6')
})

test('a cart line that the stock falls below says so in the cart and at checkout, before any order', async ({
  page,
  context,
  shop,
  offer,
}) => {
  const lamp = await offer({ stock: 5, price: 1_000 })
  await putInCart(page, lamp, 4)
  await openLive(page, '/cart')
  const atCheckout = await context.newPage()
  await openLive(atCheckout, '/checkout')
  await checkout(shop.url, [{ productId: lamp.id, quantity: 3 }])

  await expect(lineOf(page, lamp.name)).toContainText('Only 2 left, you have 4.')
  await expect(lineOf(atCheckout, lamp.name)).toContainText('Only 2 left, you have 4.')
  await lineOf(page, lamp.name)
    .getByRole('button', { name: /^Take 2/ })
    .click()
  await expect(quantityIn(lineOf(page, lamp.name))).toHaveValue('2')
  await expect(lineOf(atCheckout, lamp.name)).toContainText('2 × €10.00')
  await expect(lineOf(atCheckout, lamp.name)).not.toContainText('Only 2 left, you have')
})

test('stock falling by many small purchases is told as a few sentences, not as a flood', async ({
  page,
  shop,
  offer,
}) => {
  const lamp = await offer({ stock: 40 })
  await openLive(page, lamp.path)
  await page.getByTestId('announcer').evaluate((announcer) => {
    const counter = { spoken: 0 }
    Object.assign(window, { counter })
    new MutationObserver(() => {
      counter.spoken += 1
    }).observe(announcer, { childList: true, characterData: true, subtree: true })
  })
  for (let bought = 0; bought < 40; bought += 1) {
    await checkout(shop.url, [{ productId: lamp.id, quantity: 1 }])
  }
  await expect(page.getByTestId('announcer')).toContainText('sold out')
  expect(await page.evaluate(() => (window as never as { counter: { spoken: number } }).counter.spoken)).toBe(
    1,
  )
})

test('the back button shows the stock of now, not of then', async ({ page, shop, offer }) => {
  const lamp = await offer({ stock: 20 })
  await openLive(page, lamp.listPath)
  await page.goto('/api/health/live')
  await checkout(shop.url, [{ productId: lamp.id, quantity: 4 }])
  await page.goBack()
  await expect(stockIn(cardOf(page, lamp.name))).toHaveText('16 in stock')
})

/** Runs in a page before anything else of it. */
function recordShifts(): void {
  const shifts: number[] = []
  const record = (entries: PerformanceEntryList): void => {
    for (const entry of entries) shifts.push((entry as PerformanceEntry & { value: number }).value)
  }
  const observer = new PerformanceObserver((list) => record(list.getEntries()))
  observer.observe({ type: 'layout-shift', buffered: true })
  const shiftsUntilNow = (): number[] => {
    record(observer.takeRecords())
    return shifts
  }
  Object.assign(globalThis, { shiftsUntilNow })
}

/** How far parts of the page have moved, each time that some did. */
function shiftsOf(page: Page): Promise<number[]> {
  return page.evaluate(async () => {
    // What has changed last is measured when it is painted.
    for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame)
    return (globalThis as unknown as { shiftsUntilNow: () => number[] }).shiftsUntilNow()
  })
}
