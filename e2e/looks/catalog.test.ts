import { expect } from '../fixtures.ts'
import { addButtonIn, expectLive, inMain, openLive, searchField } from '../storefront.ts'
import { expectLooks, narrowAndWide } from './expect-looks.ts'
import { longNameSlug, test } from './still-shop.ts'

for (const [name, path] of [
  ['list', '/'],
  ['list-filtered', '/?category=Wood&inStock=true&sort=price'],
  ['list-searched', '/?q=leather'],
  ['list-nothing-found', '/?q=zzzyx'],
  ['product', '/products/turned-oak-bowl'],
  ['product-few-left', '/products/walnut-chopping-board'],
  ['product-sold-out', '/products/three-legged-birch-stool'],
  ['product-long-name', `/products/${longNameSlug}`],
] as const) {
  test(`looks: ${name}`, async ({ page }) => {
    await openLive(page, path)
    await expectLooks(page, name, { outline: ['list', 'list-filtered', 'product'].includes(name) })
  })
}

test('looks: the menu of categories', async ({ page }) => {
  await openLive(page, '/products/turned-oak-bowl')
  await page.getByRole('button', { name: 'Categories' }).click()
  await expect(page.getByRole('link', { name: /^Wood \d/ })).toBeVisible()
  await expectLooks(page, 'menu', { outline: true })
})

test('looks: the end of the list', async ({ page }) => {
  await openLive(page, '/')
  await expectLooks(page, 'list-end', { at: 'end' })
})

test('looks: what stands below a product, after others were looked at', async ({ page }) => {
  for (const slug of ['leather-tool-roll', 'three-legged-birch-stool', 'turned-oak-bowl'])
    await openLive(page, `/products/${slug}`)
  await expect(page.getByRole('heading', { name: 'You looked at' })).toBeVisible()
  await expectLooks(page, 'product-below', { at: 'end' })
})

test('looks: a picture seen large', async ({ page }) => {
  await openLive(page, '/products/turned-oak-bowl')
  await page.getByRole('link', { name: /see it larger/ }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await expectLooks(page, 'picture-large', { only: narrowAndWide })
})

test('looks: the search without its suggestions', async ({ page }) => {
  await openLive(page, '/search')
  await expectLooks(page, 'search')
  await page.setViewportSize({ width: 1280, height: 800 })
  await searchField(page).fill('zzzyx')
  await expect(page.getByRole('banner').getByText('Nothing found for “zzzyx” so far.')).toBeVisible()
  await expectLooks(page, 'suggestions-none', { only: [768, 1280] })
})

test('looks: suggestions', async ({ page }) => {
  await openLive(page, '/cart')
  await searchField(page).fill('leat')
  await expect(page.getByRole('option').first()).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await expectLooks(page, 'suggestions', { only: [768, 1280] })
})

test('looks: suggestions on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await openLive(page, '/cart')
  await page.getByRole('link', { name: 'Search' }).click()
  await searchField(page).fill('leat')
  await expect(page.getByRole('option').first()).toBeVisible()
  await expectLooks(page, 'suggestions', { only: [390] })
})

test('looks: a product on a phone, scrolled to where its button is out of sight', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await openLive(page, '/products/turned-oak-bowl')
  await page.mouse.wheel(0, 1_200)
  await expect(
    page.locator('aside[data-shown="true"]').filter({ has: page.getByRole('button') }),
  ).toBeVisible()
  await expect(addButtonIn(page)).not.toBeInViewport()
  await expectLooks(page, 'product-scrolled', { only: [390] })
})

test('looks: nothing at an address', async ({ page, expectComplaint }) => {
  expectComplaint(/status of 404/)
  await openLive(page, '/no/such/page')
  await expectLooks(page, 'not-found')
})

test('looks: a page that could not be loaded', async ({ page, shop, expectComplaint }) => {
  expectComplaint(/status of 500|React error #441/)
  await shop.ask('cutStorefront')
  await page.goto('/?q=outage')
  await expect(inMain(page, 'This page could not be loaded.')).toBeVisible()
  await shop.ask('releaseStorefront')
  shop.takeLog()
  await expectLive(page)
  await expectLooks(page, 'not-loaded')
})

test('looks: pages of text', async ({ page }) => {
  for (const name of ['about', 'contact', 'delivery', 'privacy', 'returns']) {
    await openLive(page, `/${name}`)
    await expectLooks(page, name, { fullPage: true })
  }
})
