import { checkout, stockOf } from '../server/src/testing/api-client.ts'
import { expectNoFindings } from './axe.ts'
import { expect, test } from './fixtures.ts'
import {
  addButtonIn,
  cardOf,
  cartDrawer,
  emailField,
  expectConfirmation,
  expectPieces,
  goToCheckout,
  inMain,
  lineOf,
  nameField,
  notices,
  openLive,
  placeOrderButton,
  putInCart,
  stockIn,
  total,
  typeQuantity,
  withholdStream,
} from './storefront.ts'

test('buys from the list to the confirmation, and the stock falls by what was bought', async ({
  page,
  shop,
  offer,
}) => {
  const lamp = await offer({ stock: 12, price: 2_450 })
  const stool = await offer({ stock: 3, price: 18_900 })
  await putInCart(page, stool)
  await openLive(page, lamp.listPath)
  await typeQuantity(cardOf(page, lamp.name), '2')
  await addButtonIn(cardOf(page, lamp.name)).click()
  await expectPieces(page, 3)

  await page.getByRole('link', { name: 'View cart' }).click()
  await expect(page).toHaveURL('/cart')
  await expect(cartDrawer(page)).toBeHidden()
  await expect(lineOf(page, lamp.name)).toContainText('€49.00')
  await expect(total(page)).toHaveText('€238.00')
  await page.getByRole('link', { name: 'Checkout' }).click()
  await emailField(page).fill('ada@example.org')
  await placeOrderButton(page).click()

  await expectConfirmation(page)
  await expect(page).toHaveURL(/\/orders\/ord_/)
  await expect(lineOf(page, lamp.name)).toContainText('2 × €24.50')
  await expect(lineOf(page, stool.name)).toContainText('1 × €189.00')
  await expect(page.getByRole('region', { name: 'What you bought' })).toContainText('Total€238.00')
  await expectPieces(page, 0)
  expect(await stockOf(shop.url, lamp.id)).toMatchObject({ stock: 10 })
  expect(await stockOf(shop.url, stool.id)).toMatchObject({ stock: 2 })
  expect(await shop.ask('ordersOf', lamp.id)).toMatchObject([{ quantity: 2, email: 'ada@example.org' }])
  await page.getByRole('main').getByRole('link', { name: 'Back to the shop' }).click()
  await expect(page).toHaveURL('/')
})

test('a guest needs no e-mail address, and the address of the confirmation is the receipt', async ({
  page,
  offer,
  newShopper,
}) => {
  const lamp = await offer({ stock: 5 })
  await goToCheckout(page, lamp)
  await placeOrderButton(page).click()
  await expectConfirmation(page)
  await page.reload()
  await expect(lineOf(page, lamp.name)).toBeVisible()
  const elsewhere = await newShopper()
  await elsewhere.goto(page.url())
  await expect(lineOf(elsewhere, lamp.name)).toBeVisible()
})

test('a mistyped e-mail address is told beside the field and above the form, and nothing is sent', async ({
  page,
  shop,
  offer,
}) => {
  const lamp = await offer({ stock: 5 })
  await goToCheckout(page, lamp)
  await emailField(page).fill('ada at example.org')
  await placeOrderButton(page).click()
  await expect(emailField(page)).toHaveAccessibleDescription(/The @ is missing/)
  await expect(page.getByTestId('error-summary')).toBeFocused()
  await expect(page.getByTestId('error-summary')).toContainText('One thing to correct')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(emailField(page)).toBeFocused()
  expect(await shop.ask('ordersOf', lamp.id)).toEqual([])
  await emailField(page).fill('ada@example.org')
  await placeOrderButton(page).click()
  await expectConfirmation(page)
  expect(await shop.ask('ordersOf', lamp.id)).toHaveLength(1)
})

test('what was typed at checkout outlives a mistake, a refusal and a reload', async ({
  page,
  shop,
  offer,
  expectComplaint,
}) => {
  expectComplaint(/status of 409/)
  const lamp = await offer({ stock: 3 })
  await goToCheckout(page, lamp, 3)
  await nameField(page).fill('Ada Lovelace')
  await placeOrderButton(page).click()
  await expect(emailField(page)).toHaveAccessibleDescription(/to go with the name/)
  await emailField(page).fill('ada@example.org')
  await expect(page.getByTestId('error-summary')).toBeHidden()
  await withholdStream(page)
  await page.reload()
  await expect(placeOrderButton(page)).toBeEnabled()
  await checkout(shop.url, [{ productId: lamp.id, quantity: 2 }])
  await placeOrderButton(page).click()
  await expect(notices(page)).toContainText('only 1 left, you want 3')
  await expect(emailField(page)).toHaveValue('ada@example.org')
  await expect(nameField(page)).toHaveValue('Ada Lovelace')
  await expect(notices(page)).toBeFocused()
  await notices(page).getByRole('button', { name: 'Take what is left' }).press('Enter')
  await expect(page.locator('#content')).toBeFocused()
  await placeOrderButton(page).click()
  await expectConfirmation(page)
  expect(await shop.ask('ordersOf', lamp.id)).toContainEqual(
    expect.objectContaining({ quantity: 1, email: 'ada@example.org' }),
  )
})

test('nothing is ordered at a price that was not seen', async ({ page, shop, offer }) => {
  const lamp = await offer({ stock: 5, price: 2_450 })
  await page.route(`**/api/products/${lamp.id}`, async (route) => {
    const response = await route.fetch()
    const { product } = await response.json()
    await route.fulfill({ response, json: { product: { ...product, price: 2_000 } } })
  })
  await goToCheckout(page, lamp, 2)
  await expect(total(page)).toHaveText('€40.00')
  await page.unroute(`**/api/products/${lamp.id}`)
  await placeOrderButton(page).click()
  await expect(page.getByTestId('price-notice')).toBeFocused()
  await expect(page.getByTestId('price-notice')).toContainText('now €24.50, was €20.00')
  await expect(total(page)).toHaveText('€49.00')
  expect(await shop.ask('ordersOf', lamp.id)).toEqual([])
  await placeOrderButton(page).click()
  await expectConfirmation(page)
})

test('on a phone the total stays in sight, and its bar opens the lines', async ({ page, offer }) => {
  await page.setViewportSize({ width: 360, height: 640 })
  await page.emulateMedia({ reducedMotion: 'reduce' })
  const lamp = await offer({ stock: 5, price: 2_450 })
  await goToCheckout(page, lamp, 2)
  const bar = page.getByRole('button', { name: /^Show the order/ })
  await expect(bar).toContainText('€49.00')
  await page.mouse.wheel(0, 300)
  await expect(bar).toBeInViewport({ ratio: 1 })
  await expect(lineOf(page, lamp.name)).toBeHidden()
  await bar.click()
  await expect(lineOf(page, lamp.name)).toBeVisible()
  await expectNoFindings(page, 'main')
  await expect(emailField(page)).toHaveAttribute('inputmode', 'email')
  await expect(emailField(page)).toHaveAttribute('autocomplete', 'email')
  await expect(nameField(page)).toHaveAttribute('autocomplete', 'name')
})

test('"Place order" pressed twice, however fast, is sent once', async ({ page, shop, offer }) => {
  const lamp = await offer({ stock: 9 })
  let sent = 0
  await page.route('**/api/cart/checkout', async (route) => {
    sent += 1
    await expect(placeOrderButton(page)).toBeDisabled()
    await expect(placeOrderButton(page)).toHaveText('Placing your order')
    await route.continue()
  })
  await goToCheckout(page, lamp, 2)
  await placeOrderButton(page).evaluate((button: HTMLButtonElement) => {
    button.click()
    button.click()
    button.form?.requestSubmit()
  })
  await expectConfirmation(page)
  expect(sent).toBe(1)
  expect(await shop.ask('ordersOf', lamp.id)).toMatchObject([{ quantity: 2 }])
  expect(await stockOf(shop.url, lamp.id)).toMatchObject({ stock: 7 })
})

test('a shortage at checkout does not interrupt a screen reader with every further fall', async ({
  page,
  shop,
  offer,
}) => {
  const lamp = await offer({ stock: 6 })
  await goToCheckout(page, lamp, 5)
  for (const left of [4, 3]) {
    await checkout(shop.url, [{ productId: lamp.id, quantity: left === 4 ? 2 : 1 }])
    await expect(notices(page)).toContainText(`only ${left} left, you want 5`)
  }
  await expect(notices(page).getByRole('alert')).toHaveCount(0)
  await expect(page.getByTestId('announcer')).toContainText('Only 3 left, you have 5.', { timeout: 10_000 })
})

test('going back from the confirmation finds nothing to buy again', async ({ page, offer, shop }) => {
  const lamp = await offer({ stock: 5 })
  await putInCart(page, lamp)
  await page.getByRole('link', { name: 'View cart' }).click()
  await page.getByRole('main').getByRole('link', { name: 'Checkout' }).click()
  await placeOrderButton(page).click()
  await expectConfirmation(page)
  await page.goBack()
  await expect(inMain(page, 'Your cart is empty')).toBeVisible()
  expect(await shop.ask('ordersOf', lamp.id)).toHaveLength(1)
})

test('what another tab puts into the cart during checkout stays there', async ({ page, context, offer }) => {
  const [lamp, stool] = [await offer({ stock: 5 }), await offer({ stock: 5 })]
  const otherTab = await context.newPage()
  await page.route('**/api/cart/checkout', async (route) => {
    await putInCart(otherTab, stool)
    await route.continue()
  })
  await goToCheckout(page, lamp)
  await placeOrderButton(page).click()
  await expectConfirmation(page)
  await expectPieces(page, 1)
  await openLive(page, '/cart')
  await expect(lineOf(page, stool.name)).toBeVisible()
  await expect(lineOf(page, lamp.name)).toBeHidden()
})

test('a price is the shop’s own: the order costs what the shop asks now', async ({ page, shop, offer }) => {
  const lamp = await offer({ stock: 5, price: 2_450 })
  await page.route(`**/api/products/${lamp.id}`, async (route) => {
    const response = await route.fetch()
    const { product } = await response.json()
    await route.fulfill({ response, json: { product: { ...product, price: 1 } } })
  })
  await goToCheckout(page, lamp)
  await placeOrderButton(page).click()
  await expectConfirmation(page)
  await expect(lineOf(page, lamp.name)).toContainText('1 × €24.50')
  expect((await checkout(shop.url, [{ productId: lamp.id, quantity: 1 }])).body.order.total).toBe(2_450)
  await expect(stockIn(page)).toHaveCount(0)
})
