import { sampleProducts } from '../server/src/catalog/sample-products.ts'
import { expect, test } from './fixtures.ts'
import { cardOf, chips, namesOn, openLive } from './storefront.ts'

/** The first of the list. */
const [sample] = sampleProducts

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

test('each filter can be taken off by itself, and all of them at once', async ({ page, offer }) => {
  const category = 'Horn'
  const here = (await offer({ category, stock: 7, price: 100, description: 'Of carmine lacquer.' })).name
  const gone = (await offer({ category, stock: 0, price: 200, description: 'Of carmine lacquer.' })).name
  const elsewhere = (await offer({ stock: 7, price: 300, description: 'Of carmine lacquer.' })).name
  await openLive(page, '/?q=carmine&category=Horn&inStock=true&sort=price')
  await expect.poll(() => namesOn(page)).toEqual([here])
  await expect(page.getByRole('main').getByText('1 product', { exact: true })).toBeVisible()
  await chips(page)
    .getByRole('link', { name: /In stock only/ })
    .click()
  await expect(page).toHaveURL('/?q=carmine&category=Horn&sort=price')
  await expect.poll(() => namesOn(page)).toEqual([here, gone])
  await expect(page.getByRole('main').getByText('2 products', { exact: true })).toBeVisible()
  await chips(page).getByRole('link', { name: 'Take off the filter Horn' }).click()
  await expect.poll(() => namesOn(page)).toEqual([here, gone, elsewhere])
  await page.goBack()
  await page.getByRole('link', { name: 'Clear all' }).click()
  await expect(page).toHaveURL('/?sort=price')
})

test('what filters hide is found in the whole shop', async ({ page, offer }) => {
  const lamp = await offer({ category: 'Slate', stock: 0, description: 'With an umber shade.' })
  await openLive(page, '/?q=umber&inStock=true')
  await page.getByRole('link', { name: 'Show 1 in the whole shop' }).click()
  await expect.poll(() => namesOn(page)).toEqual([lamp.name])
})

test('an address with filters that make no sense still shows the shop, and no words of its own', async ({
  page,
}) => {
  await openLive(page, '/?category=Nonsense&sort=upwards&inStock=maybe&page=9')
  await expect(page).toHaveURL('/')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Small batches, honestly counted.')
  await expect(cardOf(page, sample.name)).toBeVisible()
})

test('the list is filtered and ordered by keyboard alone, which stays where it is', async ({
  page,
  offer,
}) => {
  const category = 'Soapstone'
  const dear = (await offer({ category, stock: 7, price: 900 })).name
  const gone = (await offer({ category, stock: 0, price: 500 })).name
  const cheap = (await offer({ category, stock: 7, price: 100 })).name
  await openLive(page, `/?category=${category}`)
  const sort = page.getByLabel('Sort')
  await sort.focus()
  for (const value of ['newest', 'name', 'price']) {
    await page.keyboard.press('ArrowDown')
    await expect(page).toHaveURL(`/?category=${category}&sort=${value}`)
    await expect(sort).toBeFocused()
  }
  await expect.poll(() => namesOn(page)).toEqual([cheap, gone, dear])
  const inStock = page.getByLabel('In stock only')
  await inStock.focus()
  await page.keyboard.press('Space')
  await expect.poll(() => namesOn(page)).toEqual([cheap, dear])
  await expect(inStock).toBeFocused()
  await chips(page).last().getByRole('link').focus()
  await page.keyboard.press('Enter')
  await expect.poll(() => namesOn(page)).toEqual([cheap, gone, dear])
  await expect(page.getByRole('status').filter({ hasText: '3 products' })).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(chips(page).getByRole('link')).toBeFocused()
})

test('each category is a press away on every page, also on a phone', async ({ page, offer }) => {
  const slate = await offer({ category: 'Slate', stock: 7 })
  await page.setViewportSize({ width: 390, height: 844 })
  await openLive(page, '/delivery')
  await page.getByRole('button', { name: 'Categories' }).focus()
  await page.keyboard.press('Enter')
  const menu = page.getByRole('navigation', { name: 'All categories' })
  await expect(menu.getByRole('link', { name: 'Everything' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(menu).toBeHidden()
  await expect(page.getByRole('button', { name: 'Categories' })).toBeFocused()
  await page.keyboard.press('Enter')
  await page.getByRole('radio', { name: 'Dark' }).first().check()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await menu.getByRole('link', { name: /^Slate/ }).click()
  await expect(page).toHaveURL('/?category=Slate')
  await expect(cardOf(page, slate.name)).toBeVisible()
  await expect(menu).toBeHidden()
  // The row is wider than a phone; what is shown is in it.
  await expect(
    page.getByRole('navigation', { name: 'Categories' }).locator('[aria-current]'),
  ).toBeInViewport()
})

test('how many there are of a category is not said of what was searched for', async ({ page, offer }) => {
  const lamp = await offer({ stock: 7, category: 'Basalt' })
  await openLive(page, '/')
  const category = page.getByRole('navigation', { name: 'Categories' }).getByRole('link', { name: /^Basalt/ })
  await expect(category).toHaveText(/\d/)
  await page.goto(lamp.listPath)
  await expect(category).toHaveText('Basalt')
})
