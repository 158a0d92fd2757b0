import { expect } from '../fixtures.ts'
import { inMain, openLive } from '../storefront.ts'
import { expectLooks } from './expect-looks.ts'
import { enterAs, test } from './still-shop.ts'

test('looks: the ways into an account', async ({ page }) => {
  for (const [name, path] of [
    ['sign-in', '/sign-in'],
    ['sign-up', '/sign-up'],
    ['forgotten-password', '/forgotten-password'],
  ] as const) {
    await openLive(page, path)
    await expectLooks(page, name)
  }
})

test('looks: an account', async ({ page, context, shop, still }) => {
  await enterAs(context, shop, still.customer)
  await openLive(page, '/account')
  await expect(inMain(page, 'ada@example.org').first()).toBeVisible()
  await expectLooks(page, 'account', { fullPage: true })
  await openLive(page, '/account/orders')
  await expect(inMain(page, 'Dotted notebook').first()).toBeVisible()
  await expectLooks(page, 'account-orders')
  await openLive(page, `/orders/${still.orderId}`)
  await expect(inMain(page, 'Dotted notebook').first()).toBeVisible()
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
  await openLive(page, `/admin/products/${still.idOf('dotted-notebook')}`)
  await expect(inMain(page, 'A new batch from the bindery')).toBeVisible()
  await expectLooks(page, 'admin-product', { fullPage: true })
})
