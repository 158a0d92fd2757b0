import { formatMoney } from '@onhand/contract/format-money'
import { sampleProducts } from '../server/src/catalog/sample-products.ts'
import { firstWords } from '../web/features/catalog/first-words.ts'
import { expect, test } from './fixtures.ts'
import { addButtonIn, cardOf, chips, namesOn, openLive, searchField, stockIn } from './storefront.ts'

/** The first of the list. */
const [sample] = sampleProducts

test('a product on the list shows its picture, name, description, price and stock, and can be added', async ({
  page,
}) => {
  await openLive(page, `/?q=${sample.slug.replaceAll('-', '+')}`)
  const card = cardOf(page, sample.name)
  await expect(card).toContainText(firstWords(sample.description))
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
  await expect(page.getByTestId('live-status')).toBeHidden()
  await expect(addButtonIn(page)).toBeHidden()
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
  await searchField(page).fill('candle')
  await searchField(page).press('Enter')
  await expect(page).toHaveURL('/?q=candle')
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
  await expect(chips(page)).toHaveText(
    ['“candle”', 'Test', 'In stock only'].map((words) => new RegExp(words)),
  )
  await expect(page.getByLabel('In stock only')).toBeChecked()
})

test('what is searched for stands in the address, and a reload and the back button keep it', async ({
  page,
  offer,
}) => {
  const wanted = await offer({ stock: 7, description: 'With a wick of periwinkle cotton.' })
  await openLive(page, '/')
  await searchField(page).fill('periwinkle')
  await searchField(page).press('Enter')
  await expect(page).toHaveURL('/?q=periwinkle')
  await expect.poll(() => namesOn(page)).toEqual([wanted.name])
  await page.reload()
  await expect(searchField(page)).toHaveValue('periwinkle')
  await expect.poll(() => namesOn(page)).toEqual([wanted.name])
  await cardOf(page, wanted.name).getByRole('link').click()
  await expect(page.getByRole('heading', { level: 1, name: wanted.name })).toBeVisible()
  await page.goBack()
  await expect(page).toHaveURL('/?q=periwinkle')
  await expect(searchField(page)).toHaveValue('periwinkle')
  await expect.poll(() => namesOn(page)).toEqual([wanted.name])
})

test('a search that finds nothing says so, and shows what there is instead', async ({ page }) => {
  await openLive(page, '/?q=zzzyx')
  await expect(page.getByRole('heading', { name: 'Nothing found for “zzzyx”' })).toBeVisible()
  const instead = page.getByRole('region', { name: 'On the shelf right now' })
  await expect(instead.getByRole('article')).toHaveCount(4)
  await expect(instead.getByText('Sold out')).toHaveCount(0)
  await page.getByRole('paragraph').getByRole('link', { name: 'Ceramics' }).click()
  await expect(page).toHaveURL('/?category=Ceramics')
  await page.goBack()
  await page.getByRole('link', { name: 'Show everything' }).click()
  await expect(page).toHaveURL('/')
  await expect(cardOf(page, sample.name)).toBeVisible()
  await expect(searchField(page)).toHaveValue('')
})

test('an address of a search as other shops have it leads to what is found', async ({ page }) => {
  await page.goto('/search?q=oak')
  await expect(page).toHaveURL('/?q=oak')
})

test('what does not fit one page comes on demand, and is still there after the back button and a reload', async ({
  page,
  offer,
  newShopper,
}) => {
  const offers = []
  for (let index = 0; index < 30; index += 1) offers.push(await offer({ stock: 9, word: 'Bobbin' }))
  const names = offers.map(({ name }) => name)
  await openLive(page, '/?q=bobbin')
  const more = page.getByRole('link', { name: 'Show more' })
  await expect(page.getByRole('article')).toHaveCount(24)
  await expect(page.getByText('24 of 30')).toBeVisible()
  await more.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('article')).toHaveCount(30)
  await expect(more).toBeHidden()
  await expect(page.getByRole('article').nth(24).getByRole('link').first()).toBeFocused()
  expect(await namesOn(page)).toEqual(names)
  await expect(page).toHaveURL('/?q=bobbin&show=48')

  const last = cardOf(page, names.at(-1) ?? '')
  await last.scrollIntoViewIfNeeded()
  const scrolled = await page.evaluate(() => scrollY)
  expect(scrolled).toBeGreaterThan(500)
  await last.getByRole('link').click()
  await expect(page.getByRole('heading', { level: 1, name: names.at(-1) ?? '' })).toBeVisible()
  await page.goBack()
  await expect(page.getByRole('article')).toHaveCount(30)
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(scrolled)
  await page.reload()
  expect(await namesOn(page)).toEqual(names)

  const plain = await newShopper({ javaScriptEnabled: false })
  await plain.goto('/?q=bobbin')
  await plain.getByRole('link', { name: 'Show more' }).click()
  await expect(plain.getByRole('article')).toHaveCount(30)
})
