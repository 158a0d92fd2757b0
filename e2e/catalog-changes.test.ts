import type { Page } from '@playwright/test'
import { signIn } from '../server/src/testing/account-client.ts'
import { call, checkout } from '../server/src/testing/api-client.ts'
import { expect, type OfferedProduct, test } from './fixtures.ts'
import { expectFits } from './looks/expect-fits.ts'
import { makeAccount } from './owners-room.ts'
import type { ShopHandle } from './shop.ts'
import {
  addButtonIn,
  cardOf,
  expectConfirmation,
  fetchedFor,
  forbidReload,
  goToCheckout,
  inMain,
  lineOf,
  openLive,
  placeOrderButton,
  putInCart,
  stockIn,
  total,
} from './storefront.ts'

test('what the owner changes of a product is on its open list, page and cart line without a reload', async ({
  page,
  context,
  shop,
  offer,
}) => {
  const owner = await openOwner(shop)
  const lamp = await offer({ stock: 9, price: 1_000 })
  const [onProduct, onCart] = [await context.newPage(), await context.newPage()]
  await putInCart(onCart, lamp, 2)
  await openLive(onCart, '/cart')
  await openLive(onProduct, lamp.path)
  await openLive(page, lamp.listPath)
  const checks = [page, onProduct, onCart].map(forbidReload)

  await owner.change(lamp, { price: 1_253, description: 'Now with a taller chimney.' })
  await expect(cardOf(page, lamp.name)).toContainText('€12.53')
  await expect(inMain(onProduct, '€12.53')).toBeVisible()
  await expect(inMain(onProduct, 'Now with a taller chimney.')).toBeVisible()
  await expect(lineOf(onCart, lamp.name)).toContainText('€12.53 each')
  for (const check of checks) check()
})

test('a product that is withdrawn leaves the list, cannot be bought on its page, and is marked in the cart', async ({
  page,
  context,
  shop,
  offer,
  expectComplaint,
}) => {
  expectComplaint(/status of 404/)
  const owner = await openOwner(shop)
  const lamp = await offer({ stock: 9 })
  const [onProduct, onCart] = [await context.newPage(), await context.newPage()]
  await putInCart(onCart, lamp, 2)
  await openLive(onCart, '/cart')
  await openLive(onProduct, lamp.path)
  await openLive(page, lamp.listPath)
  const checks = [page, onProduct, onCart].map(forbidReload)

  await owner.change(lamp, { withdrawn: true })
  await expect(stockIn(onProduct)).toHaveText('No longer sold')
  await expect(onProduct.getByRole('button', { name: /^No longer sold/ })).toBeDisabled()
  const viewport = onProduct.viewportSize()
  await expectFits(onProduct)
  if (viewport) await onProduct.setViewportSize(viewport)
  await expect(lineOf(onCart, lamp.name)).toContainText(/no longer/i)
  await expect(inMain(page, /^Nothing found/)).toBeVisible()

  await owner.change(lamp, { withdrawn: false })
  await expect(stockIn(onProduct)).toHaveText('9 in stock')
  await expect(addButtonIn(onProduct)).toBeEnabled()
  await expect(cardOf(page, lamp.name)).toBeVisible()
  for (const check of checks) check()
})

test('a product that is created is on the open lists that it belongs to, and live there', async ({
  page,
  shop,
  offer,
}) => {
  const owner = await openOwner(shop)
  const lamp = await offer({ stock: 9 })
  const mark = lamp.listPath.slice('/?q='.length)
  await openLive(page, lamp.listPath)
  const check = forbidReload(page)
  const created = await owner.create({ name: `Second lantern ${mark}`, price: 900, stock: 4 })
  await expect(stockIn(cardOf(page, created.name))).toHaveText('Only 4 left')
  await expect(inMain(page, '2 products')).toBeVisible()
  await shop.ask('receive', { productId: created.id, quantity: 3 })
  await expect(stockIn(cardOf(page, created.name))).toHaveText('7 in stock')
  check()
})

test('a product that moves to another category is counted there on an open list', async ({
  page,
  shop,
  offer,
}) => {
  const owner = await openOwner(shop)
  const [from, to] = [`From ${Date.now()}`, `To ${Date.now()}`]
  const lamp = await offer({ stock: 9, category: from })
  await offer({ stock: 9, category: from })
  await offer({ stock: 9, category: to })
  await openLive(page, '/')
  const check = forbidReload(page)
  const categories = page.getByRole('navigation', { name: 'Categories' })
  await expect(categories.getByRole('link', { name: from })).toHaveText(`${from}2`)
  await owner.change(lamp, { category: to })
  await expect(categories.getByRole('link', { name: from })).toHaveText(`${from}1`)
  await expect(categories.getByRole('link', { name: to })).toHaveText(`${to}2`)
  check()
})

test('a price that changes on the open page is told before anything is ordered', async ({
  page,
  shop,
  offer,
}) => {
  const lamp = await offer({ stock: 5, price: 2_450 })
  await goToCheckout(page, lamp, 2)
  await expect(total(page)).toHaveText('€49.00')
  await (await openOwner(shop)).change(lamp, { price: 3_000 })
  await expect(total(page)).toHaveText('€60.00')
  await placeOrderButton(page).click()
  await expect(page.getByTestId('price-notice')).toContainText('now €30.00, was €24.50')
  expect(await shop.ask('ordersOf', lamp.id)).toEqual([])
  await placeOrderButton(page).click()
  await expectConfirmation(page)
})

test('a price that changes between a page and its stream is shown, whether the stream is new or runs already', async ({
  page,
  context,
  shop,
  offer,
}) => {
  const owner = await openOwner(shop)
  const lamp = await offer({ stock: 9, price: 1_000 })
  await openStale(page, lamp.listPath, () => owner.change(lamp, { price: 1_253 }))
  await expect(cardOf(page, lamp.name)).toContainText('€12.53')
  const onProduct = await context.newPage()
  await openStale(onProduct, lamp.path, () => owner.change(lamp, { price: 1_370 }))
  await expect(inMain(onProduct, '€13.70')).toBeVisible()
})

test('a page that was fetched for a pointer that came to its link is put right when it is opened after a change', async ({
  page,
  shop,
  offer,
}) => {
  const owner = await openOwner(shop)
  const lamp = await offer({ stock: 9, price: 1_000 })
  await openLive(page, lamp.listPath)
  const link = cardOf(page, lamp.name).getByRole('link')
  const fetched = fetchedFor(page, lamp.path)
  await link.hover()
  await fetched
  await owner.change(lamp, { price: 1_253 })
  await checkout(shop.url, [{ productId: lamp.id, quantity: 7 }])
  await expect(cardOf(page, lamp.name)).toContainText('€12.53')
  await link.click()
  await expect(stockIn(page)).toHaveText('Only 2 left')
  await expect(inMain(page, '€12.53')).toBeVisible()
})

/** Opens a page that was made before `change`, and comes after it. */
async function openStale(page: Page, path: string, change: () => Promise<unknown>): Promise<void> {
  await page.route(
    (url) => url.pathname + url.search === path,
    async (route) => {
      const response = await route.fetch()
      await change()
      await route.fulfill({ response })
    },
    { times: 1 },
  )
  await page.goto(path)
}

/** The owner, at work through the API. */
async function openOwner(shop: ShopHandle) {
  const { headers } = await signIn(shop, await makeAccount(shop, 'admin'))
  const send = async (method: string, path: string, body: object): Promise<{ id: string; name: string }> => {
    const reply = await call(shop.url, path, {
      method,
      headers: { ...headers, 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    })
    expect([200, 201]).toContain(reply.status)
    return reply.body.product
  }
  return {
    create: (product: object) => send('POST', '/api/admin/products', product),
    change: (product: OfferedProduct, change: object) =>
      send('PATCH', `/api/admin/products/${product.id}`, change),
  }
}
