import { expect } from '../fixtures.ts'
import {
  addButtonIn,
  cartDrawer,
  emailField,
  expectConfirmation,
  openLive,
  placeOrderButton,
} from '../storefront.ts'
import { expectLooks } from './expect-looks.ts'
import { keepCart, test } from './still-shop.ts'

test('looks: the cart beside the page', async ({ page, context, still }) => {
  await keepCart(context, still, [['leather-tool-roll', 3]])
  await openLive(page, '/products/turned-oak-bowl')
  await addButtonIn(page).click()
  await expect(cartDrawer(page)).toContainText('Turned oak bowl')
  await expectLooks(page, 'cart-drawer')
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

test('looks: without a connection', async ({ page, context, still, expectComplaint }) => {
  expectComplaint(/net::ERR_FAILED/)
  // Else it would go on by itself.
  await page.route('**/api/categories', (route) => route.abort())
  await keepCart(context, still, [['turned-oak-bowl', 2]])
  await openLive(page, '/offline')
  await expect(page.getByRole('main')).toContainText('Turned oak bowl')
  await expectLooks(page, 'offline')
})
