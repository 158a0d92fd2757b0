import type { Page } from '@playwright/test'
import { checkout, stockOf } from '../server/src/testing/api-client.ts'
import { expect, type OfferedProduct, test } from './fixtures.ts'
import {
  emailField,
  expectConfirmation,
  goToCheckout,
  lineOf,
  notices,
  openLive,
  openUnaware,
  placeOrderButton,
  putInCart,
  total,
} from './storefront.ts'

test.beforeEach(({ expectComplaint }) => {
  expectComplaint(/status of 409/)
})

test('of two shoppers who order the last one at the same moment one gets it and the other is told', async ({
  page,
  shop,
  offer,
  newShopper,
}) => {
  const lamp = await offer({ stock: 1 })
  const shoppers = [page, await newShopper()]
  await Promise.all(shoppers.map((shopper) => prepare(shopper, lamp)))
  await Promise.all(shoppers.map((shopper) => placeOrderButton(shopper).click()))

  const outcomes = await Promise.all(shoppers.map(outcomeOf))
  expect([...outcomes].sort()).toEqual(['has it', 'is told'])
  expect(await stockOf(shop.url, lamp.id)).toMatchObject({ stock: 0 })
  expect(await shop.ask('ordersOf', lamp.id)).toHaveLength(1)
  const loser = shoppers[outcomes.indexOf('is told')] ?? page
  await expect(notices(loser)).toContainText(`${lamp.name}: none left, you want 1`)
  await expect(emailField(loser)).toHaveValue('ada@example.org')
  await notices(loser).getByRole('button', { name: 'Take what is left' }).click()
  await expect(loser.getByRole('heading', { name: 'There is nothing to check out' })).toBeVisible()
})

test('who comes second is told each short line, loses nothing typed, and mends all with one click', async ({
  page,
  shop,
  offer,
}) => {
  const short = await offer({ stock: 4, price: 1_000 })
  const gone = await offer({ stock: 2, price: 5_000 })
  const plenty = await offer({ stock: 9, price: 300 })
  await putInCart(page, short, 3)
  await putInCart(page, gone)
  await putInCart(page, plenty, 2)
  await openUnaware(page, '/checkout')
  await emailField(page).fill('ada@example.org')
  await expect(total(page)).toHaveText('€86.00')
  await checkout(shop.url, [
    { productId: short.id, quantity: 3 },
    { productId: gone.id, quantity: 2 },
  ])

  await placeOrderButton(page).click()
  await expect(notices(page)).toContainText('nothing was ordered')
  await expect(notices(page)).toContainText(`${short.name}: only 1 left, you want 3`)
  await expect(notices(page)).toContainText(`${gone.name}: none left, you want 1`)
  await expect(notices(page)).not.toContainText(plenty.name)
  await expect(notices(page)).toBeFocused()
  await expect(emailField(page)).toHaveValue('ada@example.org')
  expect(await stockOf(shop.url, plenty.id)).toMatchObject({ stock: 9 })

  await notices(page).getByRole('button', { name: 'Take what is left' }).click()
  await expect(lineOf(page, gone.name)).toBeHidden()
  await expect(total(page)).toHaveText('€16.00')
  await placeOrderButton(page).click()
  await expectConfirmation(page)
  await expect(lineOf(page, short.name)).toContainText('1 × €10.00')
  await expect(lineOf(page, plenty.name)).toContainText('2 × €3.00')
  expect(await stockOf(shop.url, short.id)).toMatchObject({ stock: 0 })
  expect(await shop.ask('ordersOf', plenty.id)).toMatchObject([{ quantity: 2, email: 'ada@example.org' }])
})

test('a shopper at checkout is told the moment somebody else takes the last one', async ({
  page,
  offer,
  newShopper,
}) => {
  const lamp = await offer({ stock: 1 })
  await goToCheckout(page, lamp)
  await emailField(page).fill('ada@example.org')
  const quicker = await newShopper()
  await goToCheckout(quicker, lamp)
  await placeOrderButton(quicker).click()
  await expectConfirmation(quicker)
  await expect(notices(page)).toContainText(`${lamp.name}: none left, you want 1`)
  await expect(emailField(page)).toHaveValue('ada@example.org')
})

test('an order for more than there is stays here, and can be placed unchanged once the owner restocks', async ({
  page,
  shop,
  offer,
}) => {
  const lamp = await offer({ stock: 1 })
  await goToCheckout(page, lamp)
  const sent: string[] = []
  page.on('request', (request) => {
    if (request.method() === 'POST') sent.push(request.url())
  })
  await checkout(shop.url, [{ productId: lamp.id, quantity: 1 }])
  await expect(notices(page)).toContainText('none left')
  await placeOrderButton(page).click()
  await expect(notices(page)).toContainText('nothing was ordered')
  await expect(notices(page)).toBeFocused()
  expect(sent).toEqual([])
  await shop.ask('receive', { productId: lamp.id, quantity: 2 })
  await expect(notices(page)).toBeEmpty()
  await placeOrderButton(page).click()
  await expectConfirmation(page)
  expect(await stockOf(shop.url, lamp.id)).toMatchObject({ stock: 1 })
})

async function prepare(shopper: Page, product: OfferedProduct): Promise<void> {
  await putInCart(shopper, product)
  await openLive(shopper, '/checkout')
  await emailField(shopper).fill('ada@example.org')
  await expect(placeOrderButton(shopper)).toBeEnabled()
}

async function outcomeOf(shopper: Page): Promise<'has it' | 'is told'> {
  const thanks = shopper.getByRole('heading', { level: 1, name: /Thank you/ })
  const refusal = notices(shopper).getByText('nothing was ordered')
  await expect(thanks.or(refusal)).toBeVisible()
  return (await thanks.isVisible()) ? 'has it' : 'is told'
}
