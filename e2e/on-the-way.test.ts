import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import {
  cardOf,
  expectConfirmation,
  fetchedFor,
  goToCheckout,
  holdAnswers,
  inMain,
  isOfLink,
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

test('a link that was clicked turns while no answer has come yet, and stays where it is', async ({
  page,
  offer,
}) => {
  const lamp = await offer({ category: 'Pewter', stock: 7 })
  await openLive(page, lamp.listPath)
  const categories = page.getByRole('navigation', { name: 'Categories' })
  const breadcrumb = page.getByRole('navigation', { name: 'Breadcrumb' })
  for (const [find, arrived] of [
    [() => categories.getByRole('link', { name: /^Pewter/ }), /category=Pewter/],
    [() => cardOf(page, lamp.name).getByRole('link'), lamp.path],
    [() => breadcrumb.getByRole('link', { name: 'Pewter' }), '/?category=Pewter'],
  ] as const) {
    const link = find()
    // Else the click itself would push the page.
    await link.scrollIntoViewIfNeeded()
    const before = await link.boundingBox()
    const release = await holdAnswers(page)
    await link.click()
    await expect(link.getByTestId('link-pending')).toBeVisible()
    expect(await link.boundingBox()).toEqual(before)
    await release()
    await expect(page).toHaveURL(arrived)
    await expect(page.getByTestId('link-pending')).toHaveCount(0)
  }
})

test('a page asks for what its links lead to when the pointer comes to one, and then for all of it', async ({
  page,
  offer,
}) => {
  const lamp = await offer({ stock: 7 })
  const asked: string[] = []
  page.on('request', (request) => {
    if (isOfLink(request)) asked.push(new URL(request.url()).pathname)
  })
  await openLive(page, lamp.listPath)
  const link = cardOf(page, lamp.name).getByRole('link')
  const answered = fetchedFor(page, lamp.path)
  await link.hover()
  await answered
  // All that came before was for nothing else, however many links were in sight.
  expect(new Set(asked)).toEqual(new Set([lamp.path]))
  const before = asked.length
  await link.click()
  await expect(page.getByRole('heading', { level: 1, name: lamp.name })).toBeVisible()
  await expect(page).toHaveTitle(`${lamp.name} · Onhand`)
  expect(asked.slice(before)).not.toContain(lamp.path)
})

test('after a click in the shop a product’s page is titled with its name', async ({ page, offer }) => {
  const lamp = await offer({ stock: 7, word: 'LED  Lantern' })
  await openLive(page, lamp.listPath)
  await cardOf(page, lamp.name).getByRole('link').click()
  await expect(page).toHaveTitle(`${lamp.name} · Onhand`)
  await page.goBack()
  await expect(page).toHaveTitle(/^“.+” · Onhand$/)
  await page.goForward()
  await expect(page).toHaveTitle(`${lamp.name} · Onhand`)
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
  await expect(inMain(page, /Your order is placed|Loading the order/)).toBeAttached()
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
  await expect(inMain(page, words)).toBeAttached()
  await expect(page.getByRole('main').locator('[aria-busy="true"]')).toBeVisible()
}
