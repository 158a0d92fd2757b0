import { formatMoney } from '@onhand/contract/money'
import type { Page } from '@playwright/test'
import { sampleProducts } from '../server/src/catalog/sample-products.ts'
import { expect, test } from './fixtures.ts'
import { addButtonIn, cardOf, holdAnswers, openLive, stockIn } from './storefront.ts'

/** How long the search waits for more to be typed. */
const typingPauseMs = 300

/** The first of the list. */
const [sample] = sampleProducts

test('a product on the list shows its picture, name, description, price and stock, and can be added', async ({
  page,
}) => {
  await openLive(page, `/?q=${sample.slug.replaceAll('-', '+')}`)
  const card = cardOf(page, sample.name)
  await expect(card).toContainText(sample.description)
  await expect(card).toContainText(formatMoney(sample.price, 'EUR', 'en'))
  await expect(stockIn(card)).toContainText(String(sample.stock))
  await expect(addButtonIn(card)).toBeEnabled()
  const width = card
    .locator('img')
    .evaluate((image: HTMLImageElement) => image.decode().then(() => image.width))
  expect(await width).toBeGreaterThan(100)
})

test('the first HTML of list and product page holds products and stock, and works without JavaScript', async ({
  newShopper,
  offer,
}) => {
  const lamp = await offer({ stock: 7, price: 2_450 })
  const page = await newShopper({ javaScriptEnabled: false })
  await page.goto('/')
  await expect(cardOf(page, sample.name)).toContainText(String(sample.stock))
  await expect(page.getByText(/look around without JavaScript/)).toBeVisible()
  await page.goto(lamp.listPath)
  await expect(cardOf(page, lamp.name)).toContainText('€24.50')
  await cardOf(page, lamp.name).getByRole('link').click()
  await expect(page.getByRole('heading', { level: 1, name: lamp.name })).toBeVisible()
  await expect(stockIn(page)).toHaveText('7 in stock')
})

test('without JavaScript search, category, filter and order work as a plain form', async ({
  newShopper,
  offer,
}) => {
  const [cheap, dear, gone] = [
    await offer({ stock: 7, price: 100, word: 'Candle' }),
    await offer({ stock: 7, price: 900, word: 'Candle' }),
    await offer({ stock: 0, price: 500, word: 'Candle' }),
  ]
  const page = await newShopper({ javaScriptEnabled: false })
  await page.goto('/')
  await page.getByLabel('Search').fill('candle')
  await page.getByLabel('In stock only').check()
  await page.getByLabel('Sort').selectOption('Price, high to low')
  await page.getByRole('button', { name: 'Show', exact: true }).click()
  await expect(page).toHaveURL(/q=candle.*inStock=true.*sort=-price/)
  const names = await namesOn(page)
  expect(names.indexOf(dear.name)).toBeGreaterThanOrEqual(0)
  expect(names.indexOf(cheap.name)).toBeGreaterThan(names.indexOf(dear.name))
  expect(names).not.toContain(gone.name)
  await page.getByRole('navigation', { name: 'Categories' }).getByRole('link', { name: /^Test/ }).click()
  await expect(page).toHaveURL(/category=Test/)
  await expect(page.getByLabel('Search')).toHaveValue('candle')
  await expect(page.getByLabel('In stock only')).toBeChecked()
})

test('what is searched for stands in the address, and a reload and the back button keep it', async ({
  page,
  offer,
}) => {
  const wanted = await offer({ stock: 7, description: 'With a wick of periwinkle cotton.' })
  await openLive(page, '/')
  await page.getByLabel('Search').pressSequentially('periwinkle')
  await expect(page).toHaveURL('/?q=periwinkle')
  await expect.poll(() => namesOn(page)).toEqual([wanted.name])
  await page.reload()
  await expect(page.getByLabel('Search')).toHaveValue('periwinkle')
  await expect.poll(() => namesOn(page)).toEqual([wanted.name])
  await cardOf(page, wanted.name).getByRole('link').click()
  await expect(page.getByRole('heading', { level: 1, name: wanted.name })).toBeVisible()
  await page.goBack()
  await expect(page).toHaveURL('/?q=periwinkle')
  await expect(page.getByLabel('Search')).toHaveValue('periwinkle')
  await expect.poll(() => namesOn(page)).toEqual([wanted.name])
})

test('category, stock and order add up in the address, and the back button takes them off one by one', async ({
  page,
  offer,
}) => {
  const category = 'Glass'
  const dear = (await offer({ category, stock: 7, price: 900 })).name
  const gone = (await offer({ category, stock: 0, price: 500 })).name
  const cheap = (await offer({ category, stock: 7, price: 100 })).name
  await openLive(page, '/')
  const categories = page.getByRole('navigation', { name: 'Categories' })
  await categories.getByRole('link', { name: /^Glass/ }).click()
  await expect(page).toHaveURL('/?category=Glass')
  await expect.poll(() => namesOn(page)).toEqual([dear, gone, cheap])
  await page.getByLabel('In stock only').check()
  await expect.poll(() => namesOn(page)).toEqual([dear, cheap])
  await page.getByLabel('Sort').selectOption('Price, low to high')
  await expect(page).toHaveURL('/?category=Glass&inStock=true&sort=price')
  await expect.poll(() => namesOn(page)).toEqual([cheap, dear])
  await page.reload()
  await expect.poll(() => namesOn(page)).toEqual([cheap, dear])
  await expect(page.getByLabel('Sort')).toHaveValue('price')

  await page.goBack()
  await expect(page).toHaveURL('/?category=Glass&inStock=true')
  await expect.poll(() => namesOn(page)).toEqual([dear, cheap])
  await expect(page.getByLabel('Sort')).toHaveValue('')
  await page.goBack()
  await expect(page).toHaveURL('/?category=Glass')
  await expect.poll(() => namesOn(page)).toEqual([dear, gone, cheap])
  await expect(page.getByLabel('In stock only')).not.toBeChecked()
  await page.goBack()
  await expect(page).toHaveURL('/')
  await expect(cardOf(page, sample.name)).toBeVisible()
})

test('a category chosen right after typing keeps both, and nothing is put back afterwards', async ({
  page,
  offer,
}) => {
  const category = 'Brass'
  const wanted = await offer({ category, stock: 7, description: 'With a hook of vermilion wire.' })
  await offer({ category, stock: 7 })
  await openLive(page, '/')
  const categories = page.getByRole('navigation', { name: 'Categories' })
  const search = page.getByLabel('Search')

  let release = await holdAnswers(page)
  await search.fill('vermilion')
  await categories.getByRole('link', { name: /^Brass/ }).click()
  await page.waitForTimeout(2 * typingPauseMs)
  await release()
  await expect(page).toHaveURL('/?q=vermilion&category=Brass')
  await expect.poll(() => namesOn(page)).toEqual([wanted.name])

  release = await holdAnswers(page)
  await search.fill('')
  await categories.getByRole('link', { name: /^All/ }).click()
  await page.waitForTimeout(2 * typingPauseMs)
  await release()
  await expect(page).toHaveURL('/')
  await expect(search).toHaveValue('')
})

test('a category opened in a new tab leaves this one as it is', async ({ page, context, offer }) => {
  const lamp = await offer({ category: 'Copper', stock: 7 })
  await openLive(page, '/')
  const opened = context.waitForEvent('page')
  await page
    .getByRole('navigation', { name: 'Categories' })
    .getByRole('link', { name: /^Copper/ })
    .click({ modifiers: ['ControlOrMeta'] })
  const tab = await opened
  await expect(tab).toHaveURL('/?category=Copper')
  await expect(cardOf(tab, lamp.name)).toBeVisible()
  await expect(page).toHaveURL('/')
})

test('a search that finds nothing says so and shows the way back to everything', async ({ page }) => {
  await openLive(page, '/?q=zzzyx')
  await expect(page.getByRole('heading', { name: 'Nothing found for “zzzyx”' })).toBeVisible()
  await page.getByRole('link', { name: 'Show everything' }).click()
  await expect(page).toHaveURL('/')
  await expect(cardOf(page, sample.name)).toBeVisible()
  await expect(page.getByLabel('Search')).toHaveValue('')
})

test('an address with filters that make no sense still shows the shop', async ({ page }) => {
  await openLive(page, '/?category=Nonsense&sort=upwards&inStock=maybe&page=9')
  await expect(cardOf(page, sample.name)).toBeVisible()
})

test('what does not fit one page of the list comes on demand, each product once', async ({ page, offer }) => {
  const offers = []
  for (let index = 0; index < 30; index += 1) offers.push(await offer({ stock: 1, word: 'Bobbin' }))
  await openLive(page, '/?q=bobbin')
  const more = page.getByRole('button', { name: 'Show more' })
  await expect(page.getByRole('article')).toHaveCount(24)
  await more.click()
  await expect(page.getByRole('article')).toHaveCount(30)
  await expect(more).toBeHidden()
  expect(await namesOn(page)).toEqual(offers.map(({ name }) => name))
})

function namesOn(page: Page): Promise<string[]> {
  return page.getByRole('article').getByRole('heading').allTextContents()
}
