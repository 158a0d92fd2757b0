import type { Page, Request, Route } from '@playwright/test'
import { stockOf } from '../server/src/testing/api-client.ts'
import { expect, type OfferedProduct, test } from './fixtures.ts'
import type { ShopHandle } from './shop.ts'
import {
  cartLink,
  emailField,
  expectConfirmation,
  expectPieces,
  goToCheckout,
  lineOf,
  notices,
  openLive,
  placeOrderButton,
  putInCart,
} from './storefront.ts'

/** Long enough for the longest pause between two tries to reach the shop again. */
const healMaxMs = 20_000

test.beforeEach(({ expectComplaint }) => {
  expectComplaint(/net::ERR_/)
})

test('an order that never reached the shop is sent again with the same key and placed', async ({
  page,
  shop,
  offer,
}) => {
  const lamp = await offer({ stock: 9 })
  await goToCheckout(page, lamp, 2)
  const { keys, mend } = await disturbOrders(page, (route) => route.abort('connectionrefused'))
  await placeOrderButton(page).click()
  await expect(notices(page)).toContainText('may or may not have gone through')
  await expect(placeOrderButton(page)).toBeDisabled()
  mend()
  await expectConfirmation(page)
  await expectOneOrder(page, { shop, lamp, keys })
})

test('an order whose answer was lost is sent again with the same key and counts once', async ({
  page,
  shop,
  offer,
}) => {
  const lamp = await offer({ stock: 9 })
  await goToCheckout(page, lamp, 2)
  const { keys, mend } = await orderWithoutAnswer(page)
  mend()
  await expectConfirmation(page)
  await expectOneOrder(page, { shop, lamp, keys })
})

test('an order without an answer can be finished after a reload, and counts once', async ({
  page,
  shop,
  offer,
}) => {
  const lamp = await offer({ stock: 9 })
  await goToCheckout(page, lamp, 2)
  await emailField(page).fill('ada@example.org')
  const { keys, mend } = await orderWithoutAnswer(page)
  await page.reload()
  await expect(emailField(page)).toHaveValue('ada@example.org')
  await expect(notices(page)).toContainText('It may or may not have gone through.')
  mend()
  await notices(page).getByRole('button', { name: 'Try again' }).click()
  await expectConfirmation(page)
  await expectOneOrder(page, { shop, lamp, keys })
})

test('when the shop stays silent the shopper is told what is known, keeps all, and can try again', async ({
  page,
  shop,
  offer,
}) => {
  const lamp = await offer({ stock: 9 })
  await goToCheckout(page, lamp, 2)
  await emailField(page).fill('ada@example.org')
  const { keys, mend } = await disturbOrders(page, loseAnswer)
  await placeOrderButton(page).click()
  const tryAgain = notices(page).getByRole('button', { name: 'Try again' })
  await expect(tryAgain).toBeVisible({ timeout: healMaxMs })
  await expect(notices(page)).toContainText('It may or may not have gone through.')
  await expect(notices(page)).toBeFocused()
  await expect(emailField(page)).toHaveValue('ada@example.org')
  await expectPieces(page, 2)
  mend()
  await tryAgain.click()
  await expectConfirmation(page)
  await expectOneOrder(page, { shop, lamp, keys })
})

test('beside an order without an answer no other is placed, unless the shopper starts over', async ({
  page,
  context,
  shop,
  offer,
}) => {
  const [lamp, stool] = [await offer({ stock: 9 }), await offer({ stock: 9 })]
  await goToCheckout(page, lamp, 2)
  const { keys, mend } = await orderWithoutAnswer(page)
  await page.reload()
  await putInCart(await context.newPage(), stool)
  await expect(lineOf(page, stool.name)).toBeVisible()
  const sent = keys.length
  mend()
  await placeOrderButton(page).click()
  await expect(notices(page)).toBeFocused()
  expect(keys).toHaveLength(sent)

  await notices(page).getByRole('button', { name: 'Start over' }).click()
  await placeOrderButton(page).click()
  await expectConfirmation(page)
  expect(new Set(keys).size, 'another order has another key').toBe(2)
  expect(await shop.ask('ordersOf', lamp.id)).toHaveLength(2)
  expect(await shop.ask('ordersOf', stool.id)).toHaveLength(1)
})

test('an order without an answer in one tab is finished by another, and there is one order', async ({
  page,
  context,
  shop,
  offer,
}) => {
  const lamp = await offer({ stock: 9 })
  await goToCheckout(page, lamp, 2)
  const other = await context.newPage()
  await openLive(other, '/checkout')
  await expect(placeOrderButton(other)).toBeEnabled()
  const answered = noteKeys(other)
  const lost = await orderWithoutAnswer(page)
  await expect(notices(other)).toContainText('The shop has not answered your order')
  await placeOrderButton(other).click()
  await expectConfirmation(other)
  await expectOneOrder(other, { shop, lamp, keys: [...lost.keys, ...answered] })
})

test('two answers to one order leave in the cart what was put there after the first', async ({
  page,
  context,
  shop,
  offer,
}) => {
  const lamp = await offer({ stock: 9 })
  await goToCheckout(page, lamp, 2)
  const other = await context.newPage()
  await openLive(other, '/checkout')
  const { keys, mend } = await orderWithoutAnswer(page)
  await placeOrderButton(other).click()
  await expectConfirmation(other)
  await putInCart(other, lamp)
  await expectPieces(other, 1)
  mend()
  await expectConfirmation(page)
  await expectPieces(page, 1)
  expect(new Set(keys).size).toBe(1)
  expect(await shop.ask('ordersOf', lamp.id)).toMatchObject([{ quantity: 2 }])
})

test('an order being sent goes on when the checkout is left and entered again, as one and the same', async ({
  page,
  shop,
  offer,
}) => {
  const lamp = await offer({ stock: 9 })
  await goToCheckout(page, lamp, 2)
  const { keys, mend } = await orderWithoutAnswer(page)
  await cartLink(page).click()
  await page.getByRole('link', { name: 'Checkout' }).click()
  await expect(notices(page)).toContainText('We could not reach the shop')
  await expect(placeOrderButton(page)).toBeDisabled()
  mend()
  await expectConfirmation(page)
  await expectOneOrder(page, { shop, lamp, keys })
})

test('a browser that keeps nothing more can still place an order', async ({ page, shop, offer }) => {
  const lamp = await offer({ stock: 9 })
  await goToCheckout(page, lamp, 2)
  await page.evaluate(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError')
    }
  })
  await emailField(page).fill('ada@example.org')
  await placeOrderButton(page).click()
  await expectConfirmation(page)
  expect(await shop.ask('ordersOf', lamp.id)).toMatchObject([{ quantity: 2, email: 'ada@example.org' }])
})

test('an order placed while the shop is down goes through once it is back', async ({ page, shop, offer }) => {
  const lamp = await offer({ stock: 9 })
  await goToCheckout(page, lamp, 2)
  const keys = noteKeys(page)
  await shop.kill()
  await placeOrderButton(page).click()
  await expect(notices(page)).toContainText('We could not reach the shop')
  await shop.reopen()
  await expect(page.getByRole('heading', { name: /Thank you/ })).toBeVisible({ timeout: healMaxMs })
  await expectOneOrder(page, { shop, lamp, keys })
})

test('two orders of the same are two orders, each under a key of its own', async ({ page, shop, offer }) => {
  const lamp = await offer({ stock: 9 })
  const keys = noteKeys(page)
  for (const _ of ['first', 'second']) {
    await goToCheckout(page, lamp)
    await placeOrderButton(page).click()
    await expectConfirmation(page)
  }
  expect(new Set(keys).size).toBe(2)
  expect(await shop.ask('ordersOf', lamp.id)).toHaveLength(2)
})

/** Orders; the shop has the order and has answered, but the page does not know, and goes on asking until it is mended. */
async function orderWithoutAnswer(page: Page): ReturnType<typeof disturbOrders> {
  const disturbed = await disturbOrders(page, loseAnswer)
  await placeOrderButton(page).click()
  await expect(notices(page)).toContainText('We could not reach the shop')
  await expect(notices(page)).toContainText('may or may not have gone through')
  return disturbed
}

/** Lets every order go wrong until it is mended. Notes the keys that orders are sent with. */
async function disturbOrders(
  page: Page,
  disturb: (route: Route) => Promise<void>,
): Promise<{ keys: readonly (string | undefined)[]; mend: () => void }> {
  const keys: (string | undefined)[] = []
  let mended = false
  await page.route('**/api/cart/checkout', (route) => {
    keys.push(keyOf(route.request()))
    return mended ? route.continue() : disturb(route)
  })
  return {
    keys,
    mend() {
      mended = true
    },
  }
}

/** The shop gets the order and answers, but the answer does not arrive. */
async function loseAnswer(route: Route): Promise<void> {
  await route.fetch()
  await route.abort('connectionreset')
}

/** Notes the keys that orders are sent with, undisturbed. */
function noteKeys(page: Page): readonly (string | undefined)[] {
  const keys: (string | undefined)[] = []
  page.on('request', (request) => {
    if (request.method() === 'POST') keys.push(keyOf(request))
  })
  return keys
}

function keyOf(request: Request): string | undefined {
  return request.headers()['idempotency-key']
}

interface Expected {
  shop: ShopHandle
  lamp: OfferedProduct
  keys: readonly (string | undefined)[]
}

async function expectOneOrder(page: Page, { shop, lamp, keys }: Expected): Promise<void> {
  expect(keys.length, 'it was sent more than once').toBeGreaterThan(1)
  expect(keys[0]).toMatch(/^[\x21-\x7e]{16,255}$/)
  expect(new Set(keys).size, 'always under the same key').toBe(1)
  expect(await shop.ask('ordersOf', lamp.id)).toMatchObject([{ quantity: 2 }])
  expect(await stockOf(shop.url, lamp.id)).toMatchObject({ stock: 7 })
  await expect(lineOf(page, lamp.name)).toBeVisible()
  await expectPieces(page, 0)
}
