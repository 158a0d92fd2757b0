import { orderNumber } from '@onhand/contract/order-number'
import type { Page } from '@playwright/test'
import { problems } from '../contract/src/problems.ts'
import { bearer } from '../server/src/testing/account-client.ts'
import { checkout, stockOf } from '../server/src/testing/api-client.ts'
import { makeAccount, newPerson, passwordField, signIn } from './account.ts'
import { expectNoFindings } from './axe.ts'
import { expect, test } from './fixtures.ts'
import {
  emailField,
  expectConfirmation,
  expectPieces,
  goToCheckout,
  inMain,
  lineOf,
  openLive,
  placeOrderButton,
} from './storefront.ts'

test('who is signed in buys with the address of the account, and finds the order there', async ({
  page,
  shop,
  offer,
  newShopper,
  expectComplaint,
}) => {
  expectComplaint(/status of 40[14]/)
  const account = await makeAccount(shop)
  await signIn(page, account)
  const lamp = await offer({ stock: 5, price: 2_450 })
  await goToCheckout(page, lamp, 2)
  await expect(emailField(page)).toHaveValue(account.email)
  const keys = await refuseFirstToken(page)
  await placeOrderButton(page).click()
  await expectConfirmation(page)
  expect(keys, 'sent again with a new token and the same key').toHaveLength(2)
  expect(new Set(keys).size).toBe(1)
  await expect(page).toHaveURL(/\/orders\/ord_[^?]*$/)
  expect(await shop.ask('ordersOf', lamp.id)).toMatchObject([{ quantity: 2, email: account.email }])

  await page.reload()
  await expect(lineOf(page, lamp.name)).toContainText('2 × €24.50')
  await page.getByRole('link', { name: 'All your orders' }).click()
  await expect(page).toHaveURL('/account/orders')
  await expect(lineOf(page, lamp.name)).toContainText('€49.00')

  const orderLink = page.getByRole('main').locator('a[href^="/orders/"]').filter({ hasText: lamp.name })
  const orderPath = await orderLink.getAttribute('href')
  await expect(lineOf(page, lamp.name)).toContainText(`Order ${orderNumber(orderPath ?? '')}`)
  const stranger = await newShopper()
  await signIn(stranger, await makeAccount(shop), orderPath ?? '')
  await expect(inMain(stranger, 'No order at this address')).toBeVisible()
  await expect(inMain(stranger, lamp.name)).toBeHidden()
})

test('a guest’s order is kept in an account that is made from its confirmation', async ({ page, offer }) => {
  const lamp = await offer({ stock: 5 })
  const { email, password } = newPerson()
  await goToCheckout(page, lamp)
  await emailField(page).fill(email)
  await placeOrderButton(page).click()
  await expectConfirmation(page)
  await page.getByRole('link', { name: 'Keep this order in an account' }).click()
  await expect(emailField(page)).toHaveValue(email)
  await passwordField(page).fill(password)
  await page.getByRole('button', { name: 'Create account' }).click()
  await expect(page).toHaveURL(/\/orders\/ord_[^?]*$/)
  await expect(lineOf(page, lamp.name)).toBeVisible()
  await openLive(page, '/account/orders')
  await expect(lineOf(page, lamp.name)).toBeVisible()
})

test('buying again takes what is in stock, and says plainly what is not', async ({ page, shop, offer }) => {
  const [lamp, stool, vase] = [
    await offer({ stock: 9 }),
    await offer({ stock: 4 }),
    await offer({ stock: 1 }),
  ]
  await signIn(page, await makeAccount(shop))
  await order(page, shop, [lamp.id, 2], [stool.id, 3], [vase.id, 1])
  await openLive(page, '/account/orders')
  await page.getByRole('button', { name: /^Buy again/ }).click()
  const outcome = page.getByRole('main').getByRole('status').filter({ hasText: 'put into your cart' })
  await expect(outcome).toContainText('3 pieces put into your cart.')
  await expect(outcome).toContainText(`${stool.name}: only 1 of 3, which is all there is.`)
  await expect(outcome).toContainText(`${vase.name} is sold out.`)
  await expectPieces(page, 3)
  expect(await stockOf(shop.url, lamp.id)).toMatchObject({ stock: 7 })
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await expectNoFindings(page, 'main')
  await page
    .getByRole('main')
    .getByRole('link', { name: /^Lantern/ })
    .click()
  await expectConfirmation(page)
  await expectNoFindings(page, 'main')
})

test('a long history is shown page by page, newest first', async ({ page, shop, offer }) => {
  const lamp = await offer({ stock: 99 })
  await signIn(page, await makeAccount(shop))
  await openLive(page, '/account/orders')
  await expect(inMain(page, 'No orders yet')).toBeVisible()
  for (let number = 1; number <= 21; number += 1) await order(page, shop, [lamp.id, number === 21 ? 2 : 1])
  await page.reload()
  const rows = page
    .getByRole('main')
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading') })
  await expect(rows).toHaveCount(20)
  await page.getByRole('button', { name: 'Show older orders' }).click()
  await expect(rows).toHaveCount(21)
  await expect(page.getByRole('button', { name: 'Show older orders' })).toBeHidden()
})

/** Buys as whoever is signed in on this page, as if on another device. */
async function order(page: Page, shop: { url: string }, ...items: [id: string, quantity: number][]) {
  const { token } = await (await page.request.get('/api/auth/token')).json()
  const wanted = items.map(([productId, quantity]) => ({ productId, quantity }))
  const { status } = await checkout(shop.url, wanted, { headers: bearer(token) })
  expect(status).toBe(201)
}

/** Lets the first order fail as if its token was over. Returns the keys of all that were sent. */
async function refuseFirstToken(page: Page): Promise<string[]> {
  const keys: string[] = []
  await page.route('**/api/cart/checkout', async (route) => {
    keys.push((await route.request().headerValue('Idempotency-Key')) ?? '')
    if (keys.length > 1) return route.continue()
    const { status } = problems.invalid_token
    const problem = { type: '', ...problems.invalid_token, detail: '', code: 'invalid_token', requestId: 'r' }
    return route.fulfill({ status, json: problem })
  })
  return keys
}
