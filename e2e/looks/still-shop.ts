import type { BrowserContext } from '@playwright/test'
import { authCall, password, type SignedIn, signIn } from '../../server/src/testing/account-client.ts'
import { adminCall, move } from '../../server/src/testing/admin-client.ts'
import { call, checkout } from '../../server/src/testing/api-client.ts'
import { test as base, expect } from '../fixtures.ts'
import type { ShopHandle } from '../shop.ts'

/** What stands in a shop of which pictures are taken. Tests look at it and change nothing. */
export interface StillShop {
  readonly customer: SignedIn
  readonly owner: SignedIn
  /** The page of a guest's order. */
  readonly receiptPath: string
  /** The same of an order that the owner has cancelled. */
  readonly cancelledPath: string
  readonly cancelledId: string
  /** An order of the customer. */
  readonly orderId: string
  /** Has everything that is in the sample catalog, by slug. */
  readonly idOf: (slug: string) => string
  readonly nameOf: (slug: string) => string
}

export const longName = 'Donaudampfschiffahrtsgesellschaftskapitänsmütze with a band of hand-woven ribbon'
export const longNameSlug = 'donaudampfschiffahrt'

/** Tests of looks have a shop of their own, which always holds the same. One such shop serves a file. */
export const test = base.extend<object, { still: StillShop }>({
  still: [async ({ shop }, use) => use(await furnish(shop)), { scope: 'worker', auto: true }],
  contextOptions: { reducedMotion: 'reduce' },
})

async function furnish(shop: ShopHandle): Promise<StillShop> {
  const { url } = shop
  const { products } = (await call(url, '/api/products')).body as { products: Sold[] }
  const find = (slug: string): Sold => {
    const product = products.find((one) => one.slug === slug)
    if (!product) throw new Error(`${slug} is not in the sample catalog`)
    return product
  }
  const idOf = (slug: string): string => find(slug).id
  const customer = await makeAccount(shop, 'ada@example.org', 'Ada Lovelace')
  await makeAccount(shop, 'owner@example.org', '')
  await shop.ask('promote', 'owner@example.org')
  const owner = await signIn(shop, 'owner@example.org')

  const made = await adminCall(url, owner, 'products', {
    method: 'POST',
    body: {
      slug: longNameSlug,
      name: longName,
      description: 'Made to measure.',
      price: 12_345_600,
      stock: 12,
      category: 'Textiles',
    },
  })
  expect(made.status, 'making the product with the long name').toBe(201)

  const notebook = idOf('dotted-notebook')
  await move(url, owner, notebook, { delta: 40, reason: 'receipt', note: 'A new batch from the bindery' })
  await move(url, owner, notebook, { delta: -2, reason: 'damage', note: 'Wet corner' })
  const items = [
    { productId: notebook, quantity: 2 },
    { productId: idOf('linen-workshop-apron'), quantity: 1 },
  ]
  const ordered = await checkout(url, items, { headers: customer.headers })
  const receipt = await checkout(url, items, {
    contact: { email: 'grace@example.org', name: 'Grace Hopper' },
  })
  const bowl = { productId: idOf('turned-oak-bowl'), quantity: 1 }
  const { order: cancelled } = (await checkout(url, [bowl], { contact: { email: 'alan@example.org' } })).body
  const cancellation = await adminCall(url, owner, `orders/${cancelled.id}/cancellation`, { method: 'POST' })
  expect(cancellation.status, 'cancelling an order').toBe(200)
  return {
    customer,
    owner,
    receiptPath: pathOf(receipt.body.order),
    cancelledPath: pathOf(cancelled),
    cancelledId: cancelled.id,
    orderId: ordered.body.order.id,
    idOf,
    nameOf: (slug) => find(slug).name,
  }
}

function pathOf({ id, accessToken }: { id: string; accessToken: string }): string {
  return `/orders/${id}?token=${accessToken}`
}

interface Sold {
  readonly id: string
  readonly slug: string
  readonly name: string
}

async function makeAccount(shop: ShopHandle, email: string, name: string): Promise<SignedIn> {
  expect((await authCall(shop.url, 'sign-up/email', { email, password, name })).status).toBe(200)
  return signIn(shop, email)
}

/** From its next page on, this browser is that person's. */
export async function enterAs(context: BrowserContext, shop: ShopHandle, person: SignedIn): Promise<void> {
  const cookies = person.cookie.split('; ').map((pair) => {
    const [name = '', ...value] = pair.split('=')
    return { name, value: value.join('='), url: shop.url }
  })
  await context.addCookies(cookies)
  await context.addInitScript((id) => localStorage.setItem('onhand-session', id), person.id)
}

/** Fills this browser's cart, with more than there is too. */
export async function keepCart(
  context: BrowserContext,
  still: StillShop,
  wanted: readonly (readonly [slug: string, quantity: number])[],
): Promise<void> {
  const lines = wanted.map(([slug, quantity]) => ({
    productId: still.idOf(slug),
    name: still.nameOf(slug),
    quantity,
  }))
  await context.addInitScript(
    (cart) => {
      if (localStorage.getItem('onhand-cart') === null) localStorage.setItem('onhand-cart', cart)
    },
    JSON.stringify({ version: 1, lines }),
  )
}
