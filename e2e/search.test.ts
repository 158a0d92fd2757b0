import type { Page } from '@playwright/test'
import { checkout } from '../server/src/testing/api-client.ts'
import { expect, test } from './fixtures.ts'
import { openLive, searchField, stockIn } from './storefront.ts'

test('suggestions come while one types, with price and live stock, and are chosen with the keyboard alone', async ({
  page,
  offer,
  shop,
}) => {
  const [first, second] = [
    await offer({ stock: 4, price: 2_450, word: 'Quoin' }),
    await offer({ stock: 0, word: 'Quoin' }),
  ]
  await openLive(page, '/cart')
  await searchField(page).pressSequentially('quoi')
  await expect(options(page)).toHaveCount(3)
  await expect(options(page).first()).toContainText(first.name)
  await expect(options(page).first()).toContainText('€24.50')
  await expect(options(page).first().locator('mark')).toHaveText('Quoi')
  await expect(stockIn(options(page).first())).toHaveText('Only 4 left')
  await expect(stockIn(options(page).nth(1))).toHaveText('Sold out')
  await checkout(shop.url, [{ productId: first.id, quantity: 3 }])
  await expect(stockIn(options(page).first())).toHaveText('Last one')

  await page.keyboard.press('ArrowUp')
  await expectChosen(page, /All results for “quoi”/)
  await page.keyboard.press('ArrowDown')
  await expect(options(page).and(page.locator('[aria-selected="true"]'))).toHaveCount(0)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await expectChosen(page, new RegExp(second.name))
  await page.keyboard.press('Escape')
  await expect(options(page)).toHaveCount(0)
  await expect(searchField(page)).toHaveValue('quoi')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(first.path)
  await expect(options(page)).toHaveCount(0)
})

test('Enter shows all results, and so does the last suggestion', async ({ page, offer }) => {
  const lamp = await offer({ stock: 4, word: 'Marlin' })
  await openLive(page, '/')
  await searchField(page).fill('marlin')
  await searchField(page).press('Enter')
  await expect(page).toHaveURL('/?q=marlin')
  await expect(page.getByRole('article').getByRole('heading', { name: lamp.name })).toBeVisible()
  await openLive(page, '/')
  await searchField(page).fill('marlin')
  await options(page).last().click()
  await expect(page).toHaveURL('/?q=marlin')
  await expect(searchField(page)).toHaveValue('marlin')
})

test('of several answers only that to what stands there now is shown, however late the others come', async ({
  page,
  offer,
}) => {
  const wanted = await offer({ stock: 4, word: 'Sextant' })
  await offer({ stock: 4, word: 'Sedge' })
  const held = Promise.withResolvers<void>()
  const asked: string[] = []
  await page.route('**/api/products?*', async (route) => {
    const q = new URL(route.request().url()).searchParams.get('q') ?? ''
    asked.push(q)
    if (q === 'se') await held.promise
    await route.continue().catch(() => {})
  })
  await openLive(page, '/cart')
  await searchField(page).fill('se')
  await expect.poll(() => asked).toContain('se')
  await searchField(page).pressSequentially('xtant')
  await expect(options(page)).toHaveCount(2)
  held.resolve()
  await expect(options(page).first()).toContainText(wanted.name)
  expect(asked.length, 'letters typed in a row are not asked for one by one').toBeLessThan(7)
})

test('on a phone the search opens over the whole width, keeps the focus, and Esc closes it', async ({
  page,
  offer,
}) => {
  const lamp = await offer({ stock: 4, word: 'Gimlet' })
  await page.setViewportSize({ width: 390, height: 740 })
  await openLive(page, '/')
  await page.getByRole('link', { name: 'Search' }).click()
  await expect(searchField(page)).toBeFocused()
  expect((await page.getByRole('dialog').boundingBox())?.width).toBe(390)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByRole('link', { name: 'Search' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(searchField(page)).toBeFocused()
  await page.keyboard.type('gimlet')
  await options(page).first().click()
  await expect(page).toHaveURL(lamp.path)
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('without JavaScript a phone finds the search on a page of its own', async ({ newShopper, offer }) => {
  const lamp = await offer({ stock: 4, word: 'Trivet' })
  const page = await newShopper({ javaScriptEnabled: false, viewport: { width: 390, height: 740 } })
  await page.goto('/')
  await page.getByRole('link', { name: 'Search' }).click()
  await page.getByRole('searchbox').last().fill('trivet')
  await page.getByRole('button', { name: 'Search' }).click()
  await expect(page.getByRole('heading', { name: lamp.name })).toBeVisible()
})

function options(page: Page) {
  return page.getByRole('listbox', { name: 'Suggestions' }).getByRole('option')
}

/** The option that a screen reader hears, while the focus stays in the field. */
async function expectChosen(page: Page, name: RegExp): Promise<void> {
  await expect(searchField(page)).toBeFocused()
  const id = await searchField(page).getAttribute('aria-activedescendant')
  await expect(page.locator(`[id="${id}"]`)).toHaveAccessibleName(name)
  await expect(page.locator(`[id="${id}"]`)).toHaveAttribute('aria-selected', 'true')
}
