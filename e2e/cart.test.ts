import { checkout } from '../server/src/testing/api-client.ts'
import { expect, test } from './fixtures.ts'
import {
  addButtonIn,
  cartDrawer,
  closeCartDrawer,
  expectPieces,
  lineOf,
  oneMoreIn,
  openLive,
  openUnaware,
  putInCart,
  quantityIn,
  stockIn,
  total,
  typeQuantity,
} from './storefront.ts'

test('an empty cart says so and shows the way to the shop', async ({ page }) => {
  await openLive(page, '/cart')
  await expect(page.getByRole('heading', { name: 'Your cart is empty' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Checkout' })).toBeHidden()
  await page.getByRole('link', { name: 'See what is in stock' }).click()
  await expect(page).toHaveURL('/')
})

test('a reload keeps the cart, and so does closing its tab', async ({ page, context, offer }) => {
  const lamp = await offer({ stock: 7, price: 1_250 })
  await putInCart(page, lamp, 3)
  await page.reload()
  await expectPieces(page, 3)
  const later = await context.newPage()
  await page.close()
  await openLive(later, '/cart')
  await expect(quantityIn(lineOf(later, lamp.name))).toHaveValue('3')
  await expect(total(later)).toHaveText('€37.50')
})

test('all tabs show one cart at once, and changes of both are kept', async ({ page, context, offer }) => {
  const [lamp, stool] = [await offer({ stock: 7 }), await offer({ stock: 7 })]
  const other = await context.newPage()
  await openLive(other, '/cart')
  await putInCart(page, lamp)
  await expect(lineOf(other, lamp.name)).toBeVisible()
  await putInCart(page, stool, 2)
  await oneMoreIn(lineOf(other, lamp.name)).click()
  await expectPieces(page, 4)
  await page.keyboard.press('Escape')
  await addButtonIn(page).click()
  await expect(quantityIn(lineOf(other, stool.name))).toHaveValue('3')
  await expect(quantityIn(lineOf(other, lamp.name))).toHaveValue('2')
  await lineOf(other, lamp.name)
    .getByRole('button', { name: /^Remove/ })
    .click()
  await expectPieces(page, 3)
})

test('the cart of one browser is not the cart of another', async ({ page, offer, newShopper }) => {
  await putInCart(page, await offer({ stock: 7 }), 3)
  await expectPieces(page, 3)
  const stranger = await newShopper()
  await openLive(stranger, '/cart')
  await expectPieces(stranger, 0)
})

test('a quantity in the cart cannot exceed the stock, and says why', async ({ page, offer }) => {
  const lamp = await offer({ stock: 4, price: 1_000 })
  await putInCart(page, lamp, 3)
  await openLive(page, '/cart')
  const line = lineOf(page, lamp.name)
  await oneMoreIn(line).click()
  await expect(quantityIn(line)).toHaveValue('4')
  await expect(quantityIn(line)).toHaveAccessibleDescription('That is all there is: 4 in stock.')
  await expect(oneMoreIn(line)).toBeDisabled()
  await typeQuantity(line, '40')
  await expect(quantityIn(line)).toHaveValue('4')
  await expect(total(page)).toHaveText('€40.00')
  await quantityIn(line).press('ArrowUp')
  await expect(quantityIn(line)).toHaveValue('4')
  await expect(line).toContainText('That is all there is: 4 in stock.')
})

test('a typed quantity that makes no sense leaves the cart as it was', async ({ page, offer }) => {
  const lamp = await offer({ stock: 9, price: 1_000 })
  await putInCart(page, lamp, 2)
  await openLive(page, '/cart')
  const line = lineOf(page, lamp.name)
  for (const [typed, kept] of [
    ['', '2'],
    ['abc', '2'],
    ['3', '3'],
    ['0', '1'],
    ['-5', /^[15]$/],
  ] as const) {
    await typeQuantity(line, typed)
    await expect(quantityIn(line), `after typing “${typed}”`).toHaveValue(kept)
  }
  await page.reload()
  await expect(quantityIn(line)).toHaveValue(/^[15]$/)
})

test('a quantity beside "Add to cart" cannot exceed the stock either', async ({ page, offer }) => {
  const lamp = await offer({ stock: 3 })
  await openLive(page, lamp.path)
  await expect(quantityIn(page)).toHaveAccessibleDescription('')
  await typeQuantity(page, '12')
  await expect(quantityIn(page)).toHaveValue('3')
  await expect(quantityIn(page)).toHaveAccessibleDescription('That is all there is: 3 in stock.')
  await expect(oneMoreIn(page)).toBeDisabled()
})

test('adding more than there is in all adds what is left, then nothing, and says so', async ({
  page,
  offer,
}) => {
  const lamp = await offer({ stock: 3 })
  await putInCart(page, lamp, 2)
  await closeCartDrawer(page)
  await typeQuantity(page, '2')
  await addButtonIn(page).click()
  await expectPieces(page, 3)
  await expect(cartDrawer(page)).toHaveAccessibleDescription(`Added: ${lamp.name}, which is all there is`)
  await closeCartDrawer(page)
  await addButtonIn(page).click()
  await expect(page.getByText('You already have all there is: 3.')).toBeVisible()
  await expectPieces(page, 3)
})

test('adding to a line that the stock fell below names the stock', async ({ page, shop, offer }) => {
  const lamp = await offer({ stock: 5 })
  await putInCart(page, lamp, 5)
  // What was added a moment ago would be taken back.
  await openLive(page, lamp.path)
  await checkout(shop.url, [{ productId: lamp.id, quantity: 3 }])
  await expect(stockIn(page)).toHaveText('Only 2 left')
  await addButtonIn(page).click()
  await expect(page.getByText('Only 2 in stock; your cart already has 5.')).toBeVisible()
  await expectPieces(page, 5)
})

test('a removed line can be put back where it was', async ({ page, offer }) => {
  const [first, second, third] = [
    await offer({ stock: 7 }),
    await offer({ stock: 7 }),
    await offer({ stock: 7 }),
  ]
  await putInCart(page, first)
  await putInCart(page, second, 5)
  await putInCart(page, third)
  await openLive(page, '/cart')
  await lineOf(page, second.name)
    .getByRole('button', { name: /^Remove/ })
    .click()
  await expect(lineOf(page, second.name)).toBeHidden()
  await expectPieces(page, 2)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('main').getByRole('heading', { level: 2 })).toHaveText([
    first.name,
    second.name,
    third.name,
  ])
  await expect(quantityIn(lineOf(page, second.name))).toHaveValue('5')
  await page.reload()
  await expectPieces(page, 7)
})

test('of two removed lines one can be put back, and the other stays away', async ({ page, offer }) => {
  const [first, second] = [await offer({ stock: 7 }), await offer({ stock: 7 })]
  await putInCart(page, first)
  await putInCart(page, second)
  await openLive(page, '/cart')
  for (const { name } of [first, second])
    await lineOf(page, name)
      .getByRole('button', { name: /^Remove/ })
      .click()
  const undo = page.getByRole('button', { name: 'Undo' })
  await expect(undo).toHaveCount(2)
  // The newest notice comes first.
  await undo.last().click()
  await expect(page.getByRole('main').getByRole('heading', { level: 2 })).toHaveText([first.name])
  await expect(undo).toHaveCount(1)
  await expect(page.getByText(/A cart holds/)).toHaveCount(0)
})

test('adding the last one when it was taken meanwhile shows it, then takes it back with a reason', async ({
  page,
  shop,
  offer,
}) => {
  const lamp = await offer({ stock: 1 })
  await openUnaware(page, lamp.path)
  await checkout(shop.url, [{ productId: lamp.id, quantity: 1 }])
  await expect(stockIn(page)).toHaveText('Last one')
  await addButtonIn(page).click()
  await expectPieces(page, 1)
  await expect(page.getByText(`${lamp.name} is sold out just now`)).toBeVisible()
  await expectPieces(page, 0)
  await closeCartDrawer(page)
  await expect(addButtonIn(page)).toBeDisabled()
  await expect(stockIn(page)).toHaveText('Sold out')
})

test('asking for more of a line than is left falls back to what it was, with a reason', async ({
  page,
  shop,
  offer,
}) => {
  const lamp = await offer({ stock: 6 })
  await putInCart(page, lamp, 2)
  await openUnaware(page, '/cart')
  const line = lineOf(page, lamp.name)
  await expect(stockIn(line)).toHaveText('6 in stock')
  await checkout(shop.url, [{ productId: lamp.id, quantity: 3 }])
  await typeQuantity(line, '6')
  await expect(page.getByText(`${lamp.name} is down to 3 in stock`)).toBeVisible()
  await expect(quantityIn(line)).toHaveValue('2')
  await expect(stockIn(line)).toHaveText('Only 3 left')
})

test('the keyboard stays in the page when the last line is removed', async ({ page, offer }) => {
  const lamp = await offer({ stock: 7 })
  await putInCart(page, lamp)
  await openLive(page, '/cart')
  await lineOf(page, lamp.name)
    .getByRole('button', { name: /^Remove/ })
    .press('Enter')
  await expect(page.getByRole('heading', { name: 'Your cart is empty' })).toBeVisible()
  await expect(page.locator('#content')).toBeFocused()
})

test('a product that is no longer sold stays named in the cart until it is removed', async ({
  page,
  offer,
  expectComplaint,
}) => {
  expectComplaint(/status of 404/)
  const [lamp, stool] = [await offer({ stock: 7 }), await offer({ stock: 7, price: 700 })]
  await putInCart(page, lamp, 2)
  await putInCart(page, stool)
  const refusal = {
    type: 'urn:onhand:problem:product_not_found',
    code: 'product_not_found',
    requestId: 'test',
  }
  await page.route(`**/api/products/${lamp.id}`, (route) =>
    route.fulfill({
      status: 404,
      json: { ...refusal, title: 'No such product', status: 404, detail: 'None.' },
    }),
  )
  await openLive(page, '/cart')
  await expect(lineOf(page, lamp.name)).toContainText('No longer sold.')
  await expect(total(page)).toHaveText('€7.00')
  await expect(page.getByText('(1 piece)')).toBeVisible()
  await lineOf(page, lamp.name)
    .getByRole('button', { name: /^Remove it/ })
    .click()
  await expect(lineOf(page, lamp.name)).toBeHidden()
  await expect(lineOf(page, stool.name)).toBeVisible()
})
