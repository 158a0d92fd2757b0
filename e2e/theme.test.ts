import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { openLive } from './storefront.ts'

const paper = { light: 'rgb(248, 245, 238)', dark: 'rgb(22, 20, 16)' }

test('the colours chosen are kept, from the first paint on, and followed by other tabs', async ({
  page,
  context,
  expectComplaint,
}) => {
  expectComplaint(/net::ERR_FAILED/)
  await openLive(page, '/about')
  expect(await paperOf(page)).toBe(paper.light)
  const other = await context.newPage()
  await openLive(other, '/')
  await page.getByRole('radio', { name: 'Dark' }).check()
  expect(await paperOf(page)).toBe(paper.dark)
  await expect.poll(() => paperOf(other)).toBe(paper.dark)
  await expect(page.locator('meta[name="theme-color"]').first()).toHaveAttribute('content', '#161410')

  // Without its scripts a page shows what it looks like before they have run.
  await page.route('**/_next/static/**/*.js', (route) => route.abort())
  await page.goto('/', { waitUntil: 'commit' })
  await page.locator('h1').waitFor()
  expect(await paperOf(page)).toBe(paper.dark)
  await page.unroute('**/_next/static/**/*.js')

  await openLive(page, '/about')
  await page.getByRole('radio', { name: 'System' }).check()
  expect(await paperOf(page)).toBe(paper.light)
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await paperOf(page)).toBe(paper.dark)
})

test('the button in the header goes from one to the next', async ({ page }) => {
  await openLive(page, '/about')
  for (const [name, colour] of [
    ['System. Change to Light', paper.light],
    ['Light. Change to Dark', paper.light],
    ['Dark. Change to System', paper.dark],
    ['System. Change to Light', paper.light],
  ] as const) {
    const button = page.getByRole('button', { name: `Colours: ${name}` })
    expect(await paperOf(page)).toBe(colour)
    await button.click()
  }
})

test('no page of the footer is missing', async ({ page }) => {
  await openLive(page, '/')
  const links = page.getByRole('contentinfo').getByRole('link')
  const paths = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''))
  expect(paths.length).toBeGreaterThan(9)
  for (const path of paths) expect((await page.request.get(path)).status(), path).toBe(200)
})

function paperOf(page: Page): Promise<string> {
  return page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
}
