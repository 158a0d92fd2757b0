import { checkout } from '../server/src/testing/api-client.ts'
import { expectGuest, expectSignedIn, makeAccount, signIn } from './account.ts'
import { expect, test } from './fixtures.ts'
import { expectPieces, inMain, lineOf, oneMoreIn, openLive, putInCart, quantityIn } from './storefront.ts'

test('a guest’s cart is added to the kept one, once, and what did not fit is told', async ({
  page,
  context,
  shop,
  offer,
  newShopper,
}) => {
  const account = await makeAccount(shop)
  const [lamp, stool] = [await offer({ stock: 3 }), await offer({ stock: 5 })]
  const laptop = await newShopper()
  await signIn(laptop, account, lamp.path)
  await putInCart(laptop, lamp, 2)
  await putInCart(page, lamp, 2)
  await putInCart(page, stool)
  await expectPieces(page, 3)
  const window = await context.newPage()
  await openLive(window, '/cart')
  await signIn(page, account, '/cart')
  for (const both of [page, window]) await expectPieces(both, 4)
  const words = `${lamp.name}: 3 of 4, which is all that can be had.`
  // Both windows are in sight, and either may be the one that does it.
  await expect
    .poll(async () => (await page.getByText(words).count()) + (await window.getByText(words).count()))
    .toBe(1)
  await page.reload()
  await expectPieces(page, 4)
})

test('one cart on two devices, and what one does the other shows', async ({
  page,
  shop,
  offer,
  newShopper,
}) => {
  const account = await makeAccount(shop)
  const lamp = await offer({ stock: 9, price: 1_000 })
  const phone = await newShopper()
  await signIn(phone, account, '/cart')
  await signIn(page, account, lamp.path)
  await putInCart(page, lamp, 2)
  await expect(quantityIn(lineOf(phone, lamp.name))).toHaveValue('2')
  await oneMoreIn(lineOf(phone, lamp.name)).click()
  await expectPieces(page, 3)
  await lineOf(phone, lamp.name)
    .getByRole('button', { name: /^Remove/ })
    .click()
  await expectPieces(page, 0)
})

test('a change that did not reach the shop is sent when it does, also after the page was closed', async ({
  page,
  context,
  shop,
  offer,
  newShopper,
  expectComplaint,
}) => {
  expectComplaint(/net::ERR_/)
  const account = await makeAccount(shop)
  const lamp = await offer({ stock: 9 })
  await signIn(page, account, lamp.path)
  await context.route('**/api/cart', (route) =>
    route.request().method() === 'PUT' ? route.abort('connectionrefused') : route.continue(),
  )
  const refused = page.waitForEvent('requestfailed')
  await putInCart(page, lamp, 4)
  await refused
  await page.close()
  await context.unrouteAll({ behavior: 'wait' })
  const later = await context.newPage()
  await openLive(later, '/cart')
  await expect(quantityIn(lineOf(later, lamp.name))).toHaveValue('4')
  const phone = await newShopper()
  await signIn(phone, account, '/cart')
  await expect(quantityIn(lineOf(phone, lamp.name))).toHaveValue('4')
})

test('signing out in one tab signs out all, leaves no cart and no words, and signing in brings the cart back', async ({
  page,
  context,
  shop,
  offer,
}) => {
  const account = await makeAccount(shop)
  const lamp = await offer({ stock: 9 })
  await signIn(page, account, lamp.path)
  await putInCart(page, lamp, 3)
  const other = await context.newPage()
  await openLive(other, '/account')
  await expect(inMain(other, account.email)).toBeVisible()
  await openLive(page, '/account')
  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await expect(page).toHaveURL('/')
  for (const tab of [page, other]) {
    await expectGuest(tab)
    await expectPieces(tab, 0)
  }
  await expect(inMain(other, 'You are not signed in')).toBeVisible()
  await expect(inMain(other, account.email)).toBeHidden()
  expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain(lamp.id)
  await openLive(other, '/cart')
  await openLive(page, '/sign-in')
  await expect(page.getByLabel('E-mail')).toHaveValue('')
  await signIn(page, account)
  await expectSignedIn(other)
  for (const tab of [page, other]) await expectPieces(tab, 3)
})

test('what is bought on one device leaves the cart of the other', async ({
  page,
  shop,
  offer,
  newShopper,
}) => {
  const account = await makeAccount(shop)
  const lamp = await offer({ stock: 9 })
  const phone = await newShopper()
  await signIn(phone, account, '/cart')
  await signIn(page, account, lamp.path)
  await putInCart(page, lamp, 2)
  await expectPieces(phone, 2)
  await checkout(shop.url, [{ productId: lamp.id, quantity: 8 }])
  await expect(lineOf(phone, lamp.name)).toContainText('Only 1 left, you have 2.')
  await openLive(page, '/checkout')
  await page.getByRole('button', { name: 'Take what is left' }).click()
  await expect(lineOf(phone, lamp.name)).not.toContainText('Only 1 left, you have 2.')
  await page.getByRole('button', { name: 'Place order' }).click()
  await expect(page).toHaveURL(/\/orders\//)
  await expectPieces(phone, 0)
})
