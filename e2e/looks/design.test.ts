import { type GroupId, groupIds } from '../../web/app/design/groups.ts'
import { test as base, expect } from '../fixtures.ts'
import { openShopProcess } from '../shop.ts'
import { expectLooks } from './expect-looks.ts'

/** The board of all components is in no build of the shop, so it is looked at as its makers see it. */
const test = base.extend({
  shop: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what a fixture needs
    async ({}, use) => {
      const shop = await openShopProcess({ sampleData: true, development: true })
      await use(shop)
      await shop.discard()
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  contextOptions: { reducedMotion: 'reduce' },
})
// One development build at a time.
test.describe.configure({ mode: 'default' })
// In development it tells of every page.
test.afterEach(({ shop }) => void shop.takeLog())

/** All at once they are longer than a picture can be. */
const pictures: Record<GroupId, string> = {
  foundations: 'design',
  controls: 'design-controls',
  browsing: 'design-browsing',
  products: 'design-products',
  buying: 'design-buying',
  messages: 'design-messages',
  'on-the-way': 'design-on-the-way',
}

for (const group of groupIds) {
  test(`looks: every component in every state, ${group}`, async ({ page }) => {
    // Held here: the shop would tell of an answer that nobody waits for any more.
    await page.route('**/design/never*', () => undefined)
    await page.goto(`/design/${group}`)
    if (group === 'foundations')
      await expect(page.getByRole('columnheader', { name: 'paper #f8f5ee' })).toBeVisible()
    if (group === 'browsing') {
      await expect(page.getByTestId('link-pending')).toBeVisible()
      await expect(page.getByRole('link', { name: 'Ceramics' })).toHaveCount(4)
      // Said by the shop's own header and by those that only stand there.
      await expect(page.getByTestId('live-status').filter({ hasText: 'Live' })).toHaveCount(4)
    }
    // By then the shop has said what it knows of these products, and what else it has.
    if (group === 'products')
      await expect(page.getByText('No longer sold', { exact: true }).first()).toBeVisible()
    if (group === 'buying') await expect(page.getByRole('button', { name: /^Swap/ })).toHaveCount(6)
    if (group === 'messages') await expect(page.getByRole('dialog')).toHaveCount(3)
    for (const theme of ['light', 'dark'] as const) {
      await page.getByRole('radio', { name: theme }).first().check()
      await expectLooks(page, pictures[group], { fullPage: true, themes: [theme] })
    }
  })
}

for (const piece of ['drawer', 'search', 'zoom']) {
  test(`the board leads to what takes a page for itself, open: ${piece}`, async ({ page }) => {
    await page.goto(`/design/${piece}`)
    await expect(page.getByRole('dialog')).toBeVisible()
    if (piece === 'drawer') await expect(page.getByTestId('cart-line')).toHaveCount(3)
  })
}

test('the board shows what is hovered, pressed and focused as it looks when it is', async ({ page }) => {
  await page.goto('/design/controls')
  const buttons = page.getByRole('button', { name: 'Place order', exact: true })
  const [rest, hovered, , focused] = [0, 1, 2, 3].map((index) => buttons.nth(index))
  if (!rest || !hovered || !focused) throw new Error('There are four')
  const look = (one: typeof rest) =>
    one.evaluate((element) => {
      const { backgroundColor, outlineStyle, outlineWidth, outlineOffset } = getComputedStyle(element)
      return { backgroundColor, outlineStyle, outlineWidth, outlineOffset }
    })
  const atRest = await look(rest)
  await rest.hover()
  await expect.poll(() => look(rest)).not.toEqual(atRest)
  await expect.poll(async () => [await look(rest)]).toEqual([await look(hovered)])
  await page.mouse.move(0, 0)
  await expect.poll(() => look(rest)).toEqual(atRest)
  await page.keyboard.press('Tab')
  await rest.focus()
  await expect.poll(async () => [await look(rest)]).toEqual([await look(focused)])
})
