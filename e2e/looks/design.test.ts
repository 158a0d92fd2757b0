import { test as base, expect } from '../fixtures.ts'
import { openShopProcess } from '../shop.ts'
import { expectLooks } from './expect-looks.ts'

/** The board of all components is in no build of the shop, so it is looked at as its makers see it. */
const test = base.extend({
  shop: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what a fixture needs
    async ({}, use) => {
      const shop = await openShopProcess({ sampleData: false, development: true })
      await use(shop)
      await shop.discard()
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  contextOptions: { reducedMotion: 'reduce' },
})

test('looks: every component in every state', async ({ page, shop }) => {
  await page.goto('/design')
  await expect(page.getByRole('columnheader', { name: 'paper #f8f5ee' })).toBeVisible()
  // By then the shop has said what it knows of these products.
  await expect(page.getByText('No longer sold', { exact: true })).toBeVisible()
  for (const theme of ['light', 'dark'] as const) {
    await page.getByRole('radio', { name: theme }).check()
    await expectLooks(page, 'design', { fullPage: true, themes: [theme] })
  }
  shop.takeLog()
})
