import { expect, test } from './fixtures.ts'
import { behindNotice, inMain, openUnaware, putInCart } from './storefront.ts'

test('on a phone, what can be undone and the word of a lost connection stand one above the other', async ({
  page,
  offer,
}) => {
  await page.setViewportSize({ width: 390, height: 740 })
  await page.emulateMedia({ reducedMotion: 'reduce' })
  const lamp = await offer({ stock: 7 })
  await putInCart(page, lamp)
  await openUnaware(page, '/cart')
  await expect(behindNotice(page)).toBeVisible({ timeout: 15_000 })
  await inMain(page, 'Remove').click()
  const undo = page.getByRole('dialog').filter({ hasText: 'Undo' })
  await expect(undo).toBeVisible()
  const [above, below] = [await undo.boundingBox(), await behindNotice(page).locator('..').boundingBox()]
  expect((above?.y ?? 0) + (above?.height ?? 0)).toBeLessThanOrEqual(below?.y ?? 0)
})
