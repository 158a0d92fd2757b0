import { expect } from '../fixtures.ts'
import { inMain, openLive } from '../storefront.ts'
import { expectLooks, narrowAndWide } from './expect-looks.ts'
import { enterAs, test } from './still-shop.ts'

test('looks: the ways into an account', async ({ page }) => {
  for (const [name, path] of [
    ['sign-in', '/sign-in'],
    ['sign-up', '/sign-up'],
    ['forgotten-password', '/forgotten-password'],
    ['reset-password', '/reset-password#token=of-a-mail'],
  ] as const) {
    await openLive(page, path)
    await expectLooks(page, name)
  }
})

test('looks: the ways into an account that lead nowhere', async ({ page }) => {
  await openLive(page, '/sign-up')
  await page.getByLabel('E-mail').fill('ada at example.org')
  await page.getByLabel('Password', { exact: true }).fill('short')
  await page.getByRole('button', { name: 'Create account' }).click()
  await expect(page.getByLabel('E-mail')).toBeFocused()
  await expectLooks(page, 'sign-up-mistakes', { only: narrowAndWide })
  await openLive(page, '/reset-password')
  await expect(inMain(page, 'This link does not work any more')).toBeVisible()
  await expectLooks(page, 'reset-password-expired', { only: narrowAndWide })
  await openLive(page, '/account')
  await expect(inMain(page, 'You are not signed in')).toBeVisible()
  await expectLooks(page, 'account-guest', { only: narrowAndWide })
})

test('looks: an account', async ({ page, context, shop, still }) => {
  await enterAs(context, shop, still.customer)
  await openLive(page, '/account')
  await expect(inMain(page, 'ada@example.org').first()).toBeVisible()
  await expectLooks(page, 'account', { fullPage: true })
  await page.getByRole('button', { name: 'Delete my account' }).click()
  await expect(page.getByRole('button', { name: 'Delete for good' })).toBeVisible()
  await page.evaluate(() => scrollTo(0, 0))
  await expectLooks(page, 'account-deleting', { fullPage: true, only: narrowAndWide })
  await openLive(page, '/account/orders')
  await expect(inMain(page, 'Dotted notebook').first()).toBeVisible()
  await expectLooks(page, 'account-orders')
  await openLive(page, `/orders/${still.orderId}`)
  // Its products come after the order itself.
  await expect(page.getByRole('main').locator('img')).toHaveCount(2)
  await expectLooks(page, 'order')
})

test('looks: the owner’s room', async ({ page, context, shop, still }) => {
  await enterAs(context, shop, still.owner)
  for (const [name, path, words] of [
    ['admin-products', '/admin', 'Turned oak bowl'],
    ['admin-new-product', '/admin/products/new', 'Name'],
    ['admin-orders', '/admin/orders', 'ada@example.org'],
    ['admin-order', `/admin/orders/${still.orderId}`, 'Dotted notebook'],
  ] as const) {
    await openLive(page, path)
    await expect(inMain(page, words).first()).toBeVisible()
    await expectLooks(page, name)
  }
  await page.getByRole('button', { name: 'Cancel this order' }).click()
  await expectLooks(page, 'admin-order-cancelling', { only: narrowAndWide })
  await openLive(page, `/admin/orders/${still.cancelledId}`)
  await expect(inMain(page, /This order is cancelled/)).toBeVisible()
  await expectLooks(page, 'admin-order-cancelled', { only: narrowAndWide })
  await openLive(page, `/admin/products/${still.idOf('dotted-notebook')}`)
  await expect(inMain(page, 'A new batch from the bindery')).toBeVisible()
  await expectLooks(page, 'admin-product', { fullPage: true })
})

test('looks: what the owner has begun', async ({ page, context, shop, still }) => {
  await enterAs(context, shop, still.owner)
  await openLive(page, '/admin/products/new')
  await page.getByRole('button', { name: 'Create it' }).click()
  await expect(page.getByLabel('Name')).toHaveAccessibleDescription(/needs a name/)
  await expectLooks(page, 'admin-new-product-mistakes', { only: narrowAndWide })
  await openLive(page, '/admin?q=leather')
  await page
    .getByRole('button', { name: /^Adjust/ })
    .first()
    .click()
  await page.getByLabel(/^Change, such as/).fill('nothing')
  await page.getByRole('button', { name: 'Book it' }).click()
  await expectLooks(page, 'admin-adjusting', { only: narrowAndWide })
})

test('looks: the owner’s door, and who does not come in', async ({ page, context, shop, still }) => {
  await openLive(page, '/admin')
  await expect(page.getByLabel('E-mail')).toBeVisible()
  await expectLooks(page, 'admin-door', { only: narrowAndWide })
  await enterAs(context, shop, still.customer)
  await openLive(page, '/admin')
  await expect(inMain(page, 'This room is the owner’s')).toBeVisible()
  await expectLooks(page, 'admin-not-owner', { only: narrowAndWide })
})
