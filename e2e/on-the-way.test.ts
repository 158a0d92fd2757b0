import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import {
  cardOf,
  expectConfirmation,
  goToCheckout,
  lineOf,
  openLive,
  placeOrderButton,
  putInCart,
  stockIn,
} from './storefront.ts'

test('on the way to a product and back to the list, the shape of what is coming stands in its place', async ({
  page,
  shop,
  offer,
}) => {
  const lamp = await offer({ stock: 7 })
  await openLive(page, lamp.listPath)
  await shop.ask('holdStorefront')
  await cardOf(page, lamp.name).getByRole('link').click()
  await expectShape(page, 'Loading the product')
  await shop.ask('releaseStorefront')
  await expect(page.getByRole('heading', { level: 1, name: lamp.name })).toBeVisible()
  await expect(page).toHaveURL(lamp.path)

  await shop.ask('holdStorefront')
  await page.getByRole('main').getByRole('link', { name: 'Shop' }).click()
  await expectShape(page, 'Loading the list')
  await shop.ask('releaseStorefront')
  await expect(page.getByRole('article').first()).toBeVisible()
})

test('on the way to the confirmation the shopper is told that the order is placed', async ({
  page,
  shop,
  offer,
}) => {
  const lamp = await offer({ stock: 7 })
  await goToCheckout(page, lamp)
  await shop.ask('holdStorefront')
  await placeOrderButton(page).click()
  await expect(page.getByText(/Your order is placed|Loading the order/)).toBeAttached()
  expect(await shop.ask('ordersOf', lamp.id)).toHaveLength(1)
  await shop.ask('releaseStorefront')
  await expectConfirmation(page)
})

test('a cart whose prices are on their way names its lines at once', async ({ page, offer }) => {
  const lamp = await offer({ stock: 7, price: 1_000 })
  await putInCart(page, lamp, 2)
  const { promise: arrived, resolve: arrive } = Promise.withResolvers<void>()
  await page.route(`**/api/products/${lamp.id}`, async (route) => {
    await arrived
    await route.continue()
  })
  await openLive(page, '/cart')
  await expect(lineOf(page, lamp.name)).toBeVisible()
  arrive()
  await expect(lineOf(page, lamp.name)).toContainText('€20.00')
  await expect(stockIn(lineOf(page, lamp.name))).toHaveText('7 in stock')
})

async function expectShape(page: Page, words: string): Promise<void> {
  await expect(page.getByText(words)).toBeAttached()
  await expect(page.getByRole('main').locator('[aria-busy="true"]')).toBeVisible()
}
