import type { Locator, Page } from '@playwright/test'
import { checkout } from '../server/src/testing/api-client.ts'
import { expectNoFindings } from './axe.ts'
import { expect, test } from './fixtures.ts'
import {
  addButtonIn,
  behindNotice,
  cardOf,
  cartDrawer,
  closeCartDrawer,
  emailField,
  expectConfirmation,
  expectPieces,
  inMain,
  openLive,
  openUnaware,
  placeOrderButton,
  putInCart,
  quantityIn,
  stockIn,
} from './storefront.ts'

// What stands still is looked at where its pictures are taken, in e2e/looks.
test.describe('axe finds nothing, light or dark,', () => {
  // A colour that is still fading would be judged by its shade in between.
  test.use({ contextOptions: { reducedMotion: 'reduce' } })

  test('on the list on a phone', async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 740 })
    await openLive(page, '/')
    await expectNoFindings(page)
  })

  test('on the page that explains the API', async ({ page }) => {
    await page.goto('/api/docs')
    await expectNoFindings(page)
  })

  test('on a page that is still on its way', async ({ page, offer, shop }) => {
    const lamp = await offer({ stock: 7 })
    await openLive(page, lamp.listPath)
    await shop.ask('holdStorefront')
    await cardOf(page, lamp.name).getByRole('link').click()
    await expect(inMain(page, 'Loading the product')).toBeAttached()
    await expectNoFindings(page)
  })

  test('on a page whose stock may be behind', async ({ page, offer }) => {
    await openUnaware(page, (await offer({ stock: 7 })).path)
    await expect(behindNotice(page)).toBeVisible({ timeout: 10_000 })
    await expectNoFindings(page)
  })
})

test('a purchase needs no mouse', async ({ page, offer, shop }) => {
  const lamp = await offer({ stock: 7 })
  await openLive(page, lamp.listPath)
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused()
  await page.keyboard.press('Enter')
  await tabTo(page, 'quantity', () => quantityIn(cardOf(page, lamp.name)))
  await page.keyboard.press('ArrowUp')
  await tabTo(page, 'add to cart', () => addButtonIn(cardOf(page, lamp.name)))
  await page.keyboard.press('Enter')
  await expectPieces(page, 2)
  await tabTo(page, 'view cart', () => cartDrawer(page).getByRole('link', { name: 'View cart' }))
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/cart')
  await expect(cartDrawer(page)).toBeHidden()
  await tabTo(page, 'checkout', () => page.getByRole('link', { name: 'Checkout' }))
  await page.keyboard.press('Enter')
  await expect(placeOrderButton(page)).toBeEnabled()
  await tabTo(page, 'e-mail', () => emailField(page))
  await page.keyboard.type('ada@example.org')
  await tabTo(page, 'place order', () => placeOrderButton(page))
  await page.keyboard.press('Enter')
  await expectConfirmation(page)
  expect(await shop.ask('ordersOf', lamp.id)).toMatchObject([{ quantity: 2, email: 'ada@example.org' }])
})

test('whoever asked for less motion sees none', async ({ page, newShopper, offer, shop }) => {
  const lamp = await offer({ stock: 7 })
  const still = await newShopper({ reducedMotion: 'reduce' })
  for (const shopper of [page, still]) {
    await putInCart(shopper, lamp)
    await closeCartDrawer(shopper)
  }
  await checkout(shop.url, [{ productId: lamp.id, quantity: 1 }])
  for (const shopper of [page, still]) await expect(stockIn(shopper)).toHaveText('6 in stock')
  expect(await longestMotionMs(page), 'there is motion to be left out').toBeGreaterThan(100)
  expect(await longestMotionMs(still)).toBeLessThan(1)
})

test('where the system chooses the colours, what a fill told is told by a line', async ({ page, offer }) => {
  const style = (of: Locator, name: string) =>
    of.evaluate((element, property) => getComputedStyle(element).getPropertyValue(property), name)
  await page.emulateMedia({ forcedColors: 'active' })
  const lamp = await offer({ stock: 7 })
  await openLive(page, lamp.path)
  expect(await style(addButtonIn(page), 'border-top-style')).toBe('solid')
  const figure = stockIn(page)
  expect(await style(figure.locator('.stock-dot'), 'background-color')).toBe(await style(figure, 'color'))

  await openLive(page, '/?category=Wood')
  const paper = await style(page.locator('html'), 'background-color')
  const lineUnder = async (name: string) =>
    (await style(page.getByRole('link', { name }).locator('span').first(), 'border-bottom-color')) !== paper
  expect(await lineUnder('Wood 4')).toBe(true)
  expect(await lineUnder('Metal 4')).toBe(false)
})

test('nothing sticks out at the side of a narrow phone, however long a name is', async ({ page, offer }) => {
  const longWord = 'Donaudampfschiffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaftslampe'
  const lamp = await offer({ stock: 7, price: 99_999_999, word: longWord })
  expect(lamp.name.length).toBeGreaterThanOrEqual(90)
  await page.setViewportSize({ width: 360, height: 740 })
  await putInCart(page, lamp, 7)
  await closeCartDrawer(page)
  await expectNothingSticksOut(page)
  for (const path of ['/', lamp.listPath, '/cart', '/checkout']) {
    await openLive(page, path)
    await expectNothingSticksOut(page)
  }
  await emailField(page).fill(`${'a'.repeat(60)}@example.org`)
  await placeOrderButton(page).click()
  await expectConfirmation(page)
  await expectNothingSticksOut(page)
})

test('every page has a title and one main heading of its own', async ({ page, offer }) => {
  const lamp = await offer({ stock: 7 })
  for (const [path, title, heading] of [
    ['/', /^Onhand$/, /./],
    [lamp.path, new RegExp(`^${lamp.name} · Onhand$`), lamp.name],
    ['/cart', /^Cart · Onhand$/, 'Cart'],
    ['/checkout', /^Checkout · Onhand$/, 'Checkout'],
  ] as const) {
    await openLive(page, path)
    await expect(page).toHaveTitle(title)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading)
  }
})

/** Far more than any page of the shop needs. */
const tabsMax = 60

async function tabTo(
  page: Page,
  what: string,
  target: () => ReturnType<Page['locator']>,
  key: 'Tab' | 'Shift+Tab' = 'Tab',
): Promise<void> {
  for (let pressed = 0; pressed < tabsMax; pressed += 1) {
    await page.keyboard.press(key)
    if (await target().evaluate((element) => element === document.activeElement)) return
  }
  throw new Error(`${what} is not reached with ${key}`)
}

/** The longest that anything on the page would animate or fade, as its styles say. */
function longestMotionMs(page: Page): Promise<number> {
  return page.evaluate(() => {
    const milliseconds = (times: string): number =>
      Math.max(...times.split(',').map((time) => Number.parseFloat(time) * (time.endsWith('ms') ? 1 : 1_000)))
    const motions = [...document.querySelectorAll('*')].flatMap((element) =>
      [undefined, '::before', '::after'].flatMap((part) => {
        const style = getComputedStyle(element, part)
        const animation = style.animationName === 'none' ? 0 : milliseconds(style.animationDuration)
        return [animation, milliseconds(style.transitionDuration)]
      }),
    )
    return Math.max(...motions)
  })
}

async function expectNothingSticksOut(page: Page): Promise<void> {
  const { content, width } = await page.evaluate(() => ({
    content: document.documentElement.scrollWidth,
    width: document.documentElement.clientWidth,
  }))
  expect(content, `the width of ${page.url()}`).toBeLessThanOrEqual(width)
  // A row of products is pushed along sideways, so those in it do stick out.
  const heading = await page.locator('main :is(h1, h2, h3):not(section li *)').last().boundingBox()
  expect(Math.ceil((heading?.x ?? 0) + (heading?.width ?? 0))).toBeLessThanOrEqual(width)
}

test('letters twice as large, as a browser can be set, fit on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  const browser = await page.context().newCDPSession(page)
  await browser.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } })
  for (const path of ['/', '/products/turned-oak-bowl', '/cart', '/checkout', '/sign-in']) {
    await openLive(page, path)
    const { letters, missing } = await page.evaluate(() => ({
      letters: getComputedStyle(document.documentElement).fontSize,
      missing: document.documentElement.scrollWidth - innerWidth,
    }))
    expect(letters).toBe('32px')
    expect(missing, path).toBeLessThanOrEqual(0)
  }
})
