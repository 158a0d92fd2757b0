import type { Page } from '@playwright/test'
import { checkout } from '../server/src/testing/api-client.ts'
import { expect, test } from './fixtures.ts'
import { openShopProcess } from './shop.ts'
import { expectLive, inMain, openLive, putInCart } from './storefront.ts'

test.describe('an address where there is nothing', () => {
  test.beforeEach(({ expectComplaint }) => {
    expectComplaint(/status of 404/)
  })

  for (const [what, path, title] of [
    ['an unknown product', '/products/no-such-thing', /not on the shelf/],
    ['a product whose name cannot be one', '/products/%F0%9F%92%A9%20%2F..', /not on the shelf/],
    ['an unknown page', '/no/such/page', /not on the shelf/],
    ['an unknown order', '/orders/ord_nothing?token=nothing', /No order at this address/],
  ] as const) {
    test(`${what} answers 404, says so within the shop, and shows the way back`, async ({ page }) => {
      await expectMissing(page, path, title)
      await page.getByRole('link', { name: 'Back to the shop' }).click()
      await expect(page).toHaveURL('/')
      await expect(page.getByRole('article').first()).toBeVisible()
    })
  }

  test('an order shows itself to nobody without its secret', async ({ page, shop, offer }) => {
    const lamp = await offer({ stock: 3 })
    const { body } = await checkout(shop.url, [{ productId: lamp.id, quantity: 1 }])
    // Whether its owner asks is known only in the browser, so the page itself is there.
    await openLive(page, `/orders/${body.order.id}`)
    await expect(page.getByRole('heading', { level: 1, name: /No order at this address/ })).toBeVisible()
    await expect(page.getByRole('main').getByRole('link', { name: 'Sign in' })).toBeVisible()
    await expect(inMain(page, lamp.name)).toBeHidden()
    await expectMissing(page, `/orders/${body.order.id}?token=guessed`, /No order at this address/)
    await page.goto(`/orders/${body.order.id}?token=${body.order.accessToken}`)
    await expect(page.getByText(lamp.name)).toBeVisible()
  })
})

test('the board of all components is for development alone', async ({ request }) => {
  expect((await request.get('/design')).status()).toBe(404)
})

test('with nothing in the cart there is nothing to check out', async ({ page }) => {
  await openLive(page, '/checkout')
  await expect(page.getByRole('heading', { name: 'There is nothing to check out' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Place order' })).toBeHidden()
  await page.getByRole('link', { name: 'See what is in stock' }).click()
  await expect(page).toHaveURL('/')
})

test('an empty cart is said to be empty before the page is alive, and one with lines is not', async ({
  page,
  offer,
  expectComplaint,
}) => {
  expectComplaint(/net::ERR_FAILED/)
  const lamp = await offer({ stock: 3 })
  const nothing = [
    ['/cart', 'Your cart is empty'],
    ['/checkout', 'There is nothing to check out'],
  ] as const
  await page.route('**/_next/static/**/*.js', (route) => route.abort())
  for (const [path, title] of nothing) {
    await page.goto(path, { waitUntil: 'commit' })
    await expect(page.getByRole('heading', { name: title })).toBeVisible()
    await expect(page.getByRole('main').locator('[aria-busy="true"]')).toBeHidden()
  }
  await page.unroute('**/_next/static/**/*.js')

  await putInCart(page, lamp, 1)
  await page.route('**/_next/static/**/*.js', (route) => route.abort())
  for (const [path, title] of nothing) {
    await page.goto(path, { waitUntil: 'commit' })
    await expect(page.getByRole('main').locator('[aria-busy="true"]')).toBeVisible()
    await expect(page.getByRole('heading', { name: title })).toBeHidden()
  }
})

test('a shop with nothing to sell says so', async ({ page }) => {
  const empty = await openShopProcess({ sampleData: false })
  try {
    await openLive(page, empty.url)
    await expect(page.getByRole('heading', { name: 'The shelves are empty' })).toBeVisible()
    await page.close()
  } finally {
    await empty.discard()
  }
})

async function expectMissing(page: Page, path: string, title: RegExp): Promise<void> {
  const response = await page.goto(path)
  expect(response?.status()).toBe(404)
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  await expect(page.getByRole('banner')).toBeVisible()
  await expectLive(page)
}
