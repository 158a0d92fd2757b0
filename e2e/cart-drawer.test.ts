import type { Page } from '@playwright/test'
import { checkout } from '../server/src/testing/api-client.ts'
import { expectNoFindings } from './axe.ts'
import { expect, test } from './fixtures.ts'
import {
  addButtonIn,
  cardOf,
  cartDrawer,
  cartLink,
  expectLive,
  lineOf,
  oneMoreIn,
  openLive,
  placeOrderButton,
  putInCart,
  quantityIn,
  stockIn,
  total,
} from './storefront.ts'

test('the drawer is ready once somebody shows to be there, and opens even when the connection is gone by then', async ({
  page,
  context,
  offer,
  expectComplaint,
}) => {
  expectComplaint(/ERR_INTERNET_DISCONNECTED|Failed to (fetch|load)/)
  const lamp = await offer({ stock: 7 })
  await openLive(page, lamp.path)
  let scripts = 0
  page.on('requestfinished', (request) => {
    if (request.resourceType() === 'script') scripts += 1
  })
  await page.mouse.wheel(0, 10)
  let before = 0
  const areAllHere = (): boolean => {
    const still = scripts > 0 && scripts === before
    before = scripts
    return still
  }
  // Longer than a busy page may put it off.
  await expect.poll(areAllHere, { intervals: [1_200] }).toBe(true)
  await context.setOffline(true)
  await addButtonIn(page).click()
  await expect(cartDrawer(page)).toContainText(lamp.name)
})

test('the cart opens beside the page when something is added, keeps the keyboard, and gives it back', async ({
  page,
  offer,
}) => {
  const lamp = await offer({ stock: 7, price: 1_250 })
  await putInCart(page, lamp, 2)
  await expect(cartDrawer(page)).toHaveAccessibleDescription(`Added: 2 × ${lamp.name}`)
  await expect(total(page)).toHaveText('€25.00')
  for (let pressed = 0; pressed < 12; pressed += 1) {
    await page.keyboard.press('Tab')
    await expectFocusWithin(page)
  }
  await page.keyboard.press('Escape')
  await expect(cartDrawer(page)).toBeHidden()
  await expect(addButtonIn(page)).toBeFocused()
  await expect(cartLink(page)).toHaveAccessibleName('Cart 2 pieces')
})

test('the header opens it too, and is a plain link for whoever wants another tab', async ({
  page,
  offer,
}) => {
  const lamp = await offer({ stock: 7 })
  await openLive(page, lamp.path)
  await cartLink(page).click()
  await expect(cartDrawer(page)).toContainText('Your cart is empty')
  await page.mouse.click(20, 400)
  await expect(cartDrawer(page)).toBeHidden()
  await expect(cartLink(page)).toBeFocused()
  // The tab itself is the browser's business, and a busy one may keep it back.
  await page.evaluate(() => {
    addEventListener('click', ({ defaultPrevented }) => {
      document.body.dataset.leftToBrowser = String(!defaultPrevented)
    })
  })
  await cartLink(page).click({ modifiers: ['ControlOrMeta'] })
  await expect(page.locator('body')).toHaveAttribute('data-left-to-browser', 'true')
  await expect(cartDrawer(page)).toBeHidden()
})

test('without JavaScript the header leads to the cart’s page, which says that it needs it', async ({
  newShopper,
  shop,
}) => {
  const plain = await newShopper({ javaScriptEnabled: false })
  await plain.goto(shop.url)
  await cartLink(plain).click()
  await expect(plain).toHaveURL(`${shop.url}/cart`)
  await expect(plain.getByText(/Your cart needs JavaScript/)).toBeVisible()
  await expect(plain.locator('.skeleton').first()).toBeHidden()
})

test('a line in it is live, can be changed, removed and put back, and axe finds nothing', async ({
  page,
  offer,
  shop,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  const [stool, lamp] = [await offer({ stock: 7 }), await offer({ stock: 7 })]
  await putInCart(page, stool)
  await putInCart(page, lamp)
  const drawer = cartDrawer(page)
  const line = lineOf(page, lamp.name)
  await oneMoreIn(line).click()
  await expect(quantityIn(line)).toHaveValue('2')
  await checkout(shop.url, [{ productId: lamp.id, quantity: 3 }])
  await expect(stockIn(line)).toHaveText('Only 4 left')
  await lineOf(page, stool.name)
    .getByRole('button', { name: /^Remove/ })
    .click()
  await expect(drawer.getByRole('heading', { level: 3 })).toHaveText([lamp.name])
  await expectFocusWithin(page)
  await expectNoFindings(page)
  await expectClear(page)
  await page.keyboard.press('F6')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await expect(drawer.getByRole('button', { name: 'Undo' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(drawer.getByRole('heading', { level: 3 })).toHaveText([stool.name, lamp.name])
  await expectFocusWithin(page)
  await expect(drawer).toContainText(`Added: ${lamp.name}`)
  await line.getByRole('button', { name: /^Remove/ }).click()
  await expect(drawer).not.toContainText('Added:')
})

test('on a phone it fills the screen, and leads to checkout', async ({ page, offer }) => {
  await page.setViewportSize({ width: 360, height: 740 })
  await putInCart(page, await offer({ stock: 7 }))
  await expect(cartDrawer(page)).toHaveCSS('width', '360px')
  await cartDrawer(page).getByRole('link', { name: 'Checkout' }).click()
  await expect(page).toHaveURL('/checkout')
  await expect(cartDrawer(page)).toBeHidden()
  await expect(placeOrderButton(page)).toBeEnabled()
})

test('what is sold out meanwhile can be swapped for something like it, in its place', async ({
  page,
  offer,
  shop,
}) => {
  const category = `Lights ${Date.now()}`
  const lamp = await offer({ stock: 2, category })
  const other = await offer({ stock: 1, category, word: 'Torch' })
  await offer({ stock: 0, category, word: 'Candle' })
  const last = await offer({ stock: 7, price: 1_200 })
  await putInCart(page, lamp, 2)
  await putInCart(page, last)
  await openLive(page, '/cart')
  await checkout(shop.url, [{ productId: lamp.id, quantity: 2 }])
  const line = lineOf(page, lamp.name).first()
  await expect(line).toContainText('Sold out since you added it.')
  const instead = page.getByRole('region', { name: `Instead of ${lamp.name}` })
  await expect(instead.getByRole('link')).toHaveText([other.name])
  // What is sold out costs nothing, and is not counted.
  await expect(page.getByTestId('cart-total')).toHaveText('€12.00')
  await instead.getByRole('button', { name: `Swap ${lamp.name} for ${other.name}` }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main').getByRole('heading', { level: 2 })).toHaveText([other.name, last.name])
  await expect(quantityIn(lineOf(page, other.name))).toHaveValue('1')
  await expect(lineOf(page, other.name).first()).toBeFocused()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('main').getByRole('heading', { level: 2 })).toHaveText([lamp.name, last.name])
  await line.getByRole('button', { name: /^Remove it/ }).click()
  await expect(line).toBeHidden()
  await page.getByRole('button', { name: 'Undo' }).last().click()
  await expect(page.getByRole('main').getByRole('heading', { level: 2 })).toHaveText([lamp.name, last.name])
})

test('a card on the list is added from without leaving it, also right after another', async ({
  page,
  offer,
}) => {
  const lamp = await offer({ stock: 7 })
  await page.goto(lamp.listPath)
  await expectLive(page)
  for (const pieces of [1, 2]) {
    await addButtonIn(cardOf(page, lamp.name)).click()
    await expect(quantityIn(cartDrawer(page))).toHaveValue(String(pieces))
    await cartDrawer(page).getByRole('button', { name: 'Close the cart' }).click()
    await expect(cartDrawer(page)).toBeHidden()
  }
})

/** What was just said does not stand before the way on. */
async function expectClear(page: Page): Promise<void> {
  const said = await cartDrawer(page).getByRole('button', { name: 'Undo' }).boundingBox()
  const wayOn = await cartDrawer(page).getByRole('link', { name: 'Checkout' }).boundingBox()
  expect((said?.y ?? 0) + (said?.height ?? 0)).toBeLessThanOrEqual(wayOn?.y ?? 0)
}

/** The keyboard stays in the cart: what is tabbed to behind its ends leads back into it. */
async function expectFocusWithin(page: Page): Promise<void> {
  const isWithin = (drawer: Element): boolean => drawer.contains(document.activeElement)
  await expect.poll(() => cartDrawer(page).evaluate(isWithin)).toBe(true)
}
