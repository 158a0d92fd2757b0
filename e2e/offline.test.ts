import type { Page } from '@playwright/test'
import { expectNoFindings } from './axe.ts'
import { expect, test } from './fixtures.ts'
import { expectPieces, inMain, lineOf, openLive, putInCart } from './storefront.ts'

test.use({ serviceWorkers: 'allow' })

test('without a connection the cart is still there, and the page that was wanted comes by itself', async ({
  page,
  context,
  offer,
  expectComplaint,
}) => {
  expectComplaint(/ERR_INTERNET_DISCONNECTED|Failed to (fetch|load)/)
  const lamp = await offer({ stock: 7 })
  await putInCart(page, lamp, 2)
  await page.evaluate(() => navigator.serviceWorker.ready)
  await context.setOffline(true)
  await page.goto('/checkout?from=somewhere')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('No connection')
  await expect(lineOf(page, lamp.name)).toContainText('2 pieces')
  await expectPieces(page, 2)
  await expectNoFindings(page, 'main')
  await context.setOffline(false)
  await expect(page).toHaveURL('/checkout?from=somewhere')
})

test('the worker keeps nothing but the offline page', async ({ page, offer }) => {
  const lamp = await offer({ stock: 7 })
  await openLive(page, lamp.path)
  await page.evaluate(() => navigator.serviceWorker.ready)
  await openLive(page, '/')
  await expect(
    inMain(page, lamp.name)
      .or(page.getByRole('heading', { level: 1 }))
      .first(),
  ).toBeVisible()
  const kept = await keptPaths(page)
  expect(kept).toContain('/offline')
  expect(kept.filter((path) => path !== '/offline' && !path.startsWith('/_next/static/'))).toEqual([])
})

test('the worker keeps all scripts of the offline page but what old browsers alone run', async ({
  page,
  request,
}) => {
  await openLive(page, '/')
  await page.evaluate(() => navigator.serviceWorker.ready)
  const html = await (await request.get('/offline')).text()
  const scripts = [...html.matchAll(/<script[^>]* src="([^"]+)"[^>]*>/g)]
  const isForOldBrowsers = ([tag]: readonly string[]): boolean => /nomodule/i.test(tag ?? '')
  const pathOf = ([, path]: readonly string[]): string | undefined => path
  const kept = await keptPaths(page)
  expect(kept).toEqual(expect.arrayContaining(scripts.filter((tag) => !isForOldBrowsers(tag)).map(pathOf)))
  const forOldBrowsers = scripts.filter(isForOldBrowsers).map(pathOf)
  expect(forOldBrowsers).toHaveLength(1)
  expect(kept).not.toContain(forOldBrowsers[0])
})

test('the shop can be installed', async ({ page, request }) => {
  await page.goto('/')
  const href = await page.locator('link[rel="manifest"]').getAttribute('href')
  const manifest = await (await request.get(href ?? '')).json()
  expect(manifest).toMatchObject({ name: 'Onhand', start_url: '/', display: 'standalone' })
  for (const { src, type } of manifest.icons) {
    const icon = await request.get(src)
    expect([icon.status(), icon.headers()['content-type']], src).toEqual([200, expect.stringContaining(type)])
  }
  await expect(page.locator('meta[name="theme-color"]')).toHaveCount(2)
})

/** What the service worker keeps. */
function keptPaths(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const requests = await Promise.all(
      (await caches.keys()).map(async (name) => (await caches.open(name)).keys()),
    )
    return requests.flat().map(({ url }) => new URL(url).pathname)
  })
}
