import type { Page } from '@playwright/test'
import { sampleProducts } from '../server/src/catalog/sample-products.ts'
import { checkout } from '../server/src/testing/api-client.ts'
import { expect, test } from './fixtures.ts'
import { addButtonIn, expectPieces, openLive, stockIn } from './storefront.ts'

const [sample] = sampleProducts
const samplePath = `/products/${sample.slug}`

test('search engines read the price and what can be bought now, also after a sale', async ({
  shop,
  offer,
}) => {
  const lamp = await offer({ stock: 7, price: 2_450 })
  const offerOf = async () => (await schemaOf(shop.url + lamp.path)).offers
  expect(await offerOf()).toMatchObject({
    price: '24.50',
    priceCurrency: 'EUR',
    availability: 'https://schema.org/InStock',
    inventoryLevel: { value: 7 },
  })
  await checkout(shop.url, [{ productId: lamp.id, quantity: 4 }])
  await expect
    .poll(async () => (await offerOf()).availability, { timeout: 1_000 })
    .toBe('https://schema.org/LimitedAvailability')
  await checkout(shop.url, [{ productId: lamp.id, quantity: 3 }])
  await expect
    .poll(async () => (await offerOf()).availability, { timeout: 1_000 })
    .toBe('https://schema.org/OutOfStock')
})

test('each product has one address, and search engines are told all of them', async ({
  page,
  shop,
  offer,
}) => {
  const lamp = await offer({ stock: 7 })
  await page.goto(`${lamp.path}?utm_source=elsewhere`)
  const canonical = await page.locator('link[rel="canonical"]').getAttribute('href')
  expect(new URL(canonical ?? '').pathname + new URL(canonical ?? '').search).toBe(lamp.path)
  await expect(page.locator('meta[property="og:title"]')).toHaveAttribute('content', lamp.name)
  await page.goto(samplePath)
  const preview = await page.locator('meta[property="og:image"]').getAttribute('content')
  const drawn = await fetch(shop.url + new URL(preview ?? '').pathname)
  expect([drawn.status, drawn.headers.get('Content-Type')]).toEqual([200, 'image/png'])
  expect((await drawn.arrayBuffer()).byteLength).toBeGreaterThan(20_000)
  await page.goto('/?category=Wood&sort=price&inStock=true')
  expect(await page.locator('link[rel="canonical"]').getAttribute('href')).toMatch(/\/\?category=Wood$/)
  const robots = await (await fetch(`${shop.url}/robots.txt`)).text()
  expect(robots).toMatch(/Disallow: \/orders/)
  expect(robots).toMatch(/Sitemap: .*\/sitemap\.xml/)
  const sitemap = await (await fetch(`${shop.url}/sitemap.xml`)).text()
  expect(sitemap).toContain(`${samplePath}</loc>`)
})

test('the picture opens large, grows and moves by keyboard and wheel, and Esc leads back', async ({
  page,
}) => {
  await openLive(page, samplePath)
  const opener = page.getByRole('link', { name: /see it larger/ })
  await opener.focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog')
  await expect(dialog).toBeVisible()
  await expect(widthOf(page)).resolves.toBe(800)
  await page.keyboard.press('+')
  await expect.poll(() => widthOf(page)).toBe(1_200)
  const before = await page.getByTestId('zoomed').boundingBox()
  await page.keyboard.press('ArrowRight')
  await expect
    .poll(async () => (await page.getByTestId('zoomed').boundingBox())?.x)
    .toBe((before?.x ?? 0) - 80)
  await page.keyboard.press('0')
  await expect.poll(() => widthOf(page)).toBe(800)
  await page.mouse.move(640, 400)
  await page.mouse.wheel(0, -400)
  await expect.poll(() => widthOf(page)).toBeGreaterThan(1_500)
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect(opener).toBeFocused()
})

test('on a phone the way to buy stays in reach, and stays live', async ({ page, shop, offer }) => {
  const lamp = await offer({ stock: 7, description: 'A long story about a lamp. '.repeat(60) })
  await page.setViewportSize({ width: 390, height: 740 })
  await openLive(page, lamp.path)
  const bar = page.getByRole('complementary', { name: `Buy ${lamp.name}` })
  await expect(bar).toBeHidden()
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight))
  await expect(bar).toBeVisible()
  await checkout(shop.url, [{ productId: lamp.id, quantity: 3 }])
  await expect(stockIn(bar)).toHaveText('Only 4 left')
  // The page has become longer by the bar's height.
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight))
  const last = await page
    .getByRole('contentinfo')
    .getByRole('link', { name: /the API/ })
    .boundingBox()
  const front = await bar.boundingBox()
  expect((last?.y ?? 0) + (last?.height ?? 0), 'the end of the page').toBeLessThanOrEqual(front?.y ?? 0)
  await addButtonIn(bar).click()
  await expectPieces(page, 1)
})

test('what was looked at before is shown again, with the stock of now', async ({ page, shop, offer }) => {
  const [first, second] = [await offer({ stock: 9 }), await offer({ stock: 9 })]
  await openLive(page, first.path)
  await expect(page.getByRole('region', { name: 'You looked at' })).toBeHidden()
  await page.goto(second.path)
  const seen = page.getByRole('region', { name: 'You looked at' })
  await expect(seen.getByRole('heading', { level: 3 })).toHaveText([first.name])
  await checkout(shop.url, [{ productId: first.id, quantity: 6 }])
  await expect(stockIn(seen)).toHaveText('Only 3 left')
})

test('others of the same category are shown, those in stock first, and not the product itself', async ({
  page,
  offer,
}) => {
  const category = 'Felt'
  const [gone, lamp, here] = [
    await offer({ category, stock: 0 }),
    await offer({ category, stock: 9 }),
    await offer({ category, stock: 9 }),
  ]
  await page.goto(lamp.path)
  const related = page.getByRole('region', { name: 'More in Felt' })
  await expect(related.getByRole('heading', { level: 3 })).toHaveText([here.name, gone.name])
})

async function schemaOf(url: string) {
  const html = await (await fetch(url)).text()
  const [, text = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html) ?? []
  return JSON.parse(text)
}

async function widthOf(page: Page): Promise<number> {
  return Math.round((await page.getByTestId('zoomed').boundingBox())?.width ?? 0)
}
