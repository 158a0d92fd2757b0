import { orderNumber } from '@onhand/contract/order-number'
import { checkout, stockOf } from '../server/src/testing/api-client.ts'
import { expectNoFindings } from './axe.ts'
import { expect, test } from './fixtures.ts'
import { enterRoom, expectTold, makeAccount, rowOf, signInHere } from './owners-room.ts'
import { addButtonIn, cardOf, inMain, openLive, stockIn } from './storefront.ts'

test.use({ contextOptions: { reducedMotion: 'reduce' } })

test('the owner signs in at the door, receives stock, and an open page of the shop shows it at once', async ({
  page,
  shop,
  offer,
  newShopper,
  expectComplaint,
}) => {
  expectComplaint(/status of 401/)
  const lamp = await offer({ stock: 1 })
  const shopper = await newShopper()
  await openLive(shopper, lamp.path)

  await page.goto(`/admin${lamp.listPath.slice(1)}`)
  const email = await makeAccount(shop, 'admin')
  await signInHere(page, 'nobody', '')
  await expect(page.getByLabel('E-mail')).toHaveAccessibleDescription(/The @ is missing/)
  await signInHere(page, email, 'not the password')
  await expect(page.getByLabel('Password', { exact: true })).toHaveAccessibleDescription(/do not belong/)
  await expectNoFindings(page)
  await signInHere(page, email)

  const row = rowOf(page, lamp)
  await row.getByRole('button', { name: /^Receive/ }).click()
  await expect(page.getByLabel('Pieces that came')).toBeFocused()
  await page.keyboard.type('-3')
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Pieces that came')).toHaveAccessibleDescription(/brings pieces/)
  await page.getByLabel('Pieces that came').fill('8')
  await page.getByLabel('Note').fill('From the kiln')
  await page.keyboard.press('Enter')
  await expectTold(page, 'Receipt booked: +8, from 1 to 9 on hand.')
  await expect(row.getByTestId('on-hand')).toHaveText('9 on hand')
  await expect(row.getByRole('button', { name: /^Receive/ })).toBeFocused()
  await expect(stockIn(shopper)).toHaveText('9 in stock')

  await row.getByRole('link').click()
  const ledger = page.getByRole('table', { name: `Movements of ${lamp.name}` })
  await expect(ledger.getByRole('row').nth(1)).toContainText(
    new RegExp(`${email}.*Receipt.*\\+8.*From the kiln`),
  )
  await expectNoFindings(page)
})

test('stock whose booking had no answer is booked again safely', async ({
  page,
  shop,
  offer,
  expectComplaint,
}) => {
  expectComplaint(/net::ERR_FAILED/)
  const lamp = await offer({ stock: 1 })
  await enterRoom(page, shop, `/admin${lamp.listPath.slice(1)}`)
  await rowOf(page, lamp)
    .getByRole('button', { name: /^Receive/ })
    .click()
  await page.getByLabel('Pieces that came').fill('4')
  await page.route(
    '**/stock-movements',
    async (route) => {
      await route.fetch()
      await route.abort()
    },
    { times: 1 },
  )
  await page.getByRole('button', { name: 'Book it' }).click()
  await expect(inMain(page, /may have been booked or not/)).toBeVisible()
  expect(await stockOf(shop.url, lamp.id)).toMatchObject({ stock: 5 })
  await expectNoFindings(page)
  // Something else that does not arrive, and back to the first.
  await page.route('**/stock-movements', (route) => route.abort(), { times: 1 })
  await page.getByLabel('Pieces that came').fill('9')
  const isLost = page.waitForEvent('requestfailed')
  await page.getByRole('button', { name: 'Book it' }).click()
  await isLost
  await page.getByLabel('Pieces that came').fill('4')
  await page.getByRole('button', { name: 'Book it' }).click()
  await expectTold(page, 'Receipt booked: +4, from 1 to 5 on hand.')
  expect(await stockOf(shop.url, lamp.id)).toMatchObject({ stock: 5, version: 2 })
})

test('a count that a sale overtook shows both numbers and overwrites nothing', async ({
  page,
  shop,
  offer,
  expectComplaint,
}) => {
  expectComplaint(/status of 409/)
  const lamp = await offer({ stock: 11 })
  await enterRoom(page, shop, `/admin${lamp.listPath.slice(1)}`)
  const row = rowOf(page, lamp)
  await row.getByRole('button', { name: /^Count/ }).click()
  await page.getByLabel('Pieces counted').fill('12')
  await checkout(shop.url, [{ productId: lamp.id, quantity: 2 }])
  await expect(row.getByTestId('on-hand')).toHaveText('9 on hand')
  await page.getByRole('button', { name: 'Book it' }).click()
  const conflict = page.getByTestId('count-conflict')
  await expect(conflict).toContainText('You counted 12, and it moved meanwhile: 9 on hand now.')
  await expect(conflict.getByRole('listitem')).toHaveText('2 were sold.')
  expect(await stockOf(shop.url, lamp.id)).toMatchObject({ stock: 9 })
  await expectNoFindings(page)
  await page.getByRole('button', { name: 'Set it to 10' }).click()
  await expectTold(page, 'Count booked: +1, from 9 to 10 on hand.')
  expect(await stockOf(shop.url, lamp.id)).toMatchObject({ stock: 10 })
})

test('a product is created, is in the shop, is withdrawn, and cannot be bought any more', async ({
  page,
  shop,
  newShopper,
  expectComplaint,
}) => {
  expectComplaint(/status of 404/)
  const name = `Candlestick ${Date.now()}`
  await enterRoom(page, shop, '/admin/products/new')
  await page.getByRole('button', { name: 'Create it' }).click()
  await expect(page.getByLabel('Name')).toHaveAccessibleDescription(/needs a name/)
  await expectNoFindings(page)
  await page.getByLabel('Name').fill(name)
  await page.getByLabel(/^Price/).fill('12,50')
  await page.getByLabel('Pieces there are').fill('7')
  await page.getByRole('button', { name: 'Create it' }).click()
  await expect(page).toHaveURL(/\/admin\/products\/prod_/)
  const id = page.url().split('/').at(-1) ?? ''

  const shopper = await newShopper()
  await openLive(shopper, `/?q=${encodeURIComponent(name)}`)
  await expect(cardOf(shopper, name)).toContainText('€12.50')
  await expect(stockIn(cardOf(shopper, name))).toHaveText('7 in stock')
  await expect(addButtonIn(cardOf(shopper, name))).toBeEnabled()

  await page.getByRole('button', { name: 'Withdraw it from the shop' }).click()
  await expect(page.getByRole('button', { name: 'Put it back' })).toBeVisible()
  await shopper.reload()
  await expect(cardOf(shopper, name)).toHaveCount(0)
  expect((await checkout(shop.url, [{ productId: id, quantity: 1 }])).status).toBe(404)
})

test('a cancelled order brings its pieces back once, a second try is told plainly, and so is the shopper', async ({
  page,
  context,
  shop,
  offer,
  newShopper,
}) => {
  const lamp = await offer({ stock: 5 })
  const { body } = await checkout(shop.url, [{ productId: lamp.id, quantity: 3 }], {
    contact: { email: 'ada@example.org' },
  })
  const shopper = await newShopper()
  await shopper.clock.install()
  await shopper.goto(`/orders/${body.order.id}?token=${body.order.accessToken}`)
  await expect(shopper.getByRole('heading', { level: 1, name: /yours/ })).toBeVisible()
  await enterRoom(page, shop, `/admin/orders?q=${orderNumber(body.order.id)}`)
  await expect(page.getByRole('table').getByText('ada@example.org')).toBeVisible()
  await expectNoFindings(page)
  await page.getByRole('link', { name: orderNumber(body.order.id) }).click()
  await expect(page).toHaveURL(`/admin/orders/${body.order.id}`)
  const second = await context.newPage()
  await second.goto(page.url())
  for (const tab of [page, second]) await tab.getByRole('button', { name: 'Cancel this order' }).click()
  await expectNoFindings(page)
  await page.getByRole('button', { name: 'Yes, cancel it' }).click()
  await expect(inMain(page, 'Cancelled. Its 3 pieces are in stock again.')).toBeVisible()
  await second.getByRole('button', { name: 'Yes, cancel it' }).click()
  await expect(inMain(second, /had been cancelled already/)).toBeVisible()
  await shopper.clock.fastForward(60_000)
  await expect(shopper.getByRole('heading', { level: 1, name: /cancelled/i })).toBeVisible()
  expect(await stockOf(shop.url, lamp.id)).toMatchObject({ stock: 5 })
})

test('a customer sees nothing of the owner’s room, and how one becomes an administrator', async ({
  page,
  shop,
}) => {
  const email = await makeAccount(shop, 'customer')
  await page.goto('/admin/orders')
  await signInHere(page, email)
  await expect(inMain(page, `npm run admin -- promote ${email}`)).toBeVisible()
  await expect(page.getByRole('table')).toHaveCount(0)
  await expectNoFindings(page)
})

test('a session that ends while the owner types asks to sign in again and loses nothing', async ({
  page,
  context,
  shop,
  offer,
  expectComplaint,
}) => {
  expectComplaint(/status of 401/)
  const lamp = await offer({ stock: 1 })
  const email = await makeAccount(shop, 'admin')
  await page.goto(`/admin${lamp.listPath.slice(1)}`)
  await signInHere(page, email)
  await rowOf(page, lamp)
    .getByRole('button', { name: /^Receive/ })
    .click()
  await page.getByLabel('Pieces that came').fill('4')
  await context.clearCookies()
  await page.route(
    '**/stock-movements',
    (route) => route.continue({ headers: { ...route.request().headers(), authorization: 'Bearer over' } }),
    { times: 1 },
  )
  await page.getByRole('button', { name: 'Book it' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in again' })).toBeVisible()
  expect(await stockOf(shop.url, lamp.id)).toMatchObject({ stock: 1 })
  await signInHere(page, email)
  await expect(page.getByLabel('Pieces that came')).toHaveValue('4')
  await page.getByRole('button', { name: 'Book it' }).click()
  await expectTold(page, 'Receipt booked: +4, from 1 to 5 on hand.')
})
