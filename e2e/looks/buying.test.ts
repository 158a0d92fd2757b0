import { expect } from '../fixtures.ts'
import {
  addButtonIn,
  cartDrawer,
  emailField,
  expectConfirmation,
  lineOf,
  openLive,
  placeOrderButton,
} from '../storefront.ts'
import { expectLooks, narrowAndWide } from './expect-looks.ts'
import { keepCart, test } from './still-shop.ts'

test('looks: the cart beside the page', async ({ page, context, still }) => {
  await keepCart(context, still, [['leather-tool-roll', 3]])
  await openLive(page, '/products/turned-oak-bowl')
  await addButtonIn(page).click()
  await expect(cartDrawer(page)).toContainText('Turned oak bowl')
  await expectLooks(page, 'cart-drawer', { outline: true })
  await lineOf(page, 'Turned oak bowl')
    .getByRole('button', { name: /^Remove/ })
    .click()
  await expect(cartDrawer(page).getByRole('button', { name: 'Undo' })).toBeVisible()
  await expectLooks(page, 'cart-drawer-notice', { only: narrowAndWide })
})

test('looks: notices, one above the other', async ({ page, context, still }) => {
  await keepCart(context, still, [
    ['turned-oak-bowl', 2],
    ['brass-chamber-candlestick', 1],
    ['linen-workshop-apron', 1],
  ])
  await openLive(page, '/cart')
  for (const name of ['Turned oak bowl', 'Brass chamber candlestick'])
    await lineOf(page, name)
      .getByRole('button', { name: /^Remove/ })
      .click()
  await expect(page.getByRole('button', { name: 'Undo' })).toHaveCount(2)
  await expectLooks(page, 'notices', { only: narrowAndWide })
})

test('looks: the cart, with too few, none and enough', async ({ page, context, still }) => {
  await keepCart(context, still, [
    ['leather-tool-roll', 3],
    ['three-legged-birch-stool', 1],
    ['turned-oak-bowl', 2],
  ])
  await openLive(page, '/cart')
  await expect(page.getByRole('main')).toContainText('Turned oak bowl')
  await expectLooks(page, 'cart', { fullPage: true, outline: true })
})

test('looks: an empty cart', async ({ page }) => {
  await openLive(page, '/cart')
  await expectLooks(page, 'cart-empty')
})

test('looks: checkout', async ({ page, context, still }) => {
  await keepCart(context, still, [
    ['turned-oak-bowl', 2],
    ['brass-chamber-candlestick', 1],
  ])
  await openLive(page, '/checkout')
  await expect(placeOrderButton(page)).toBeEnabled()
  await expectLooks(page, 'checkout')
  await emailField(page).fill('ada at example.org')
  await placeOrderButton(page).click()
  await expect(page.getByTestId('error-summary')).toBeFocused()
  await expectLooks(page, 'checkout-mistakes', { outline: true })
})

test('looks: checkout with more than there is', async ({ page, context, still }) => {
  await keepCart(context, still, [
    ['leather-tool-roll', 3],
    ['three-legged-birch-stool', 1],
  ])
  await openLive(page, '/checkout')
  await expect(page.getByTestId('checkout-notices')).toContainText('only 2 left')
  await expectLooks(page, 'checkout-short')
})

test('looks: checkout with nothing', async ({ page }) => {
  await openLive(page, '/checkout')
  await expectLooks(page, 'checkout-empty')
})

test('looks: the confirmation', async ({ page, still }) => {
  await openLive(page, still.receiptPath)
  await expectConfirmation(page)
  await expectLooks(page, 'confirmation', { fullPage: true })
})

test('looks: an order that was cancelled', async ({ page, still }) => {
  await openLive(page, still.cancelledPath)
  await expect(page.getByRole('heading', { level: 1, name: 'This order was cancelled.' })).toBeVisible()
  await expectLooks(page, 'order-cancelled')
})

test('looks: an order that is not there, or not for everybody', async ({ page, still, expectComplaint }) => {
  expectComplaint(/status of 404/)
  await openLive(page, '/orders/ord_nothing?token=none')
  await expectLooks(page, 'order-not-found', { only: narrowAndWide })
  await openLive(page, `/orders/${still.orderId}`)
  await expect(page.getByRole('main').getByRole('link', { name: 'Sign in' })).toBeVisible()
  await expectLooks(page, 'order-for-guest', { only: narrowAndWide })
})

test('looks: without a connection', async ({ page, context, still, expectComplaint }) => {
  expectComplaint(/net::ERR_FAILED/)
  // Else it would go on by itself.
  await page.route('**/api/categories', (route) => route.abort())
  await keepCart(context, still, [['turned-oak-bowl', 2]])
  await openLive(page, '/offline')
  await expect(page.getByRole('main')).toContainText('Turned oak bowl')
  await expectLooks(page, 'offline')
})
