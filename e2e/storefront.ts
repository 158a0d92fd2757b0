import { type BrowserContext, expect, type Locator, type Page, type Request } from '@playwright/test'

/** Opens a page of the shop and waits until it is alive: it can be clicked, and its stock is live. */
export async function openLive(page: Page, path: string): Promise<void> {
  await page.goto(path)
  await expectLive(page)
}

export async function expectLive(page: Page): Promise<void> {
  await expect(page.getByTestId('live-status')).toHaveText('Stock: Live')
}

/** Keeps the stock stream from this browser, so that its pages do not know what has happened since they were served. */
export async function withholdStream(page: Page): Promise<void> {
  await withoutSharedWorker(page.context())
  await page.context().route(/\/api\/stock(\/stream)?\?/, () => {})
}

/** Has the pages of this browser share their stream as where there are no shared workers, such as on Android. */
export function withoutSharedWorker(context: BrowserContext): Promise<unknown> {
  return context.addInitScript(() => {
    Reflect.deleteProperty(window, 'SharedWorker')
  })
}

/** Opens a page whose stream is withheld, and waits until it can be clicked. */
export async function openUnaware(page: Page, path: string): Promise<void> {
  await withholdStream(page)
  await page.goto(path)
  await page.locator('html[data-stream]').waitFor()
}

/** A product on the list. */
export function cardOf(page: Page, name: string): Locator {
  return page.getByRole('article').filter({ has: page.getByRole('heading', { name, exact: true }) })
}

/** A product's line in the cart, at checkout or on a confirmation. */
export function lineOf(page: Page, name: string): Locator {
  return page.getByRole('listitem').filter({ has: page.getByRole('heading', { name, exact: true }) })
}

/** The stock told in a part of a page or, on a page as a whole, that of its own product and not of those beside it. */
export function stockIn(scope: Page | Locator): Locator {
  if (!('goto' in scope)) return scope.getByTestId('stock')
  return scope.locator('[data-testid="stock"]:not(section [data-product-id] *)')
}

/** The button that puts a product into the cart, also when it says that there is none. */
export function addButtonIn(scope: Page | Locator): Locator {
  const button = scope.getByRole('button', { name: /^(Add to cart|Sold out)/ })
  return 'goto' in scope ? button.and(scope.locator(outsideOfBar)) : button
}

const outsideOfBar = ':not(aside[data-shown] *)'

/** The quantity in a part of a page or, on a page as a whole, not that of the bar which repeats it on a phone. */
export function quantityIn(scope: Page | Locator): Locator {
  const quantity = scope.getByLabel(/^Quantity of/)
  return 'goto' in scope ? quantity.and(scope.locator(outsideOfBar)) : quantity
}

export function oneMoreIn(scope: Page | Locator): Locator {
  return scope.getByRole('button', { name: /^One more/ })
}

/** Types a quantity and leaves the field, as one does with Tab. */
export async function typeQuantity(scope: Page | Locator, quantity: string): Promise<void> {
  await quantityIn(scope).fill(quantity)
  await quantityIn(scope).press('Tab')
}

/** The search in the header of a wide page, or in the sheet of a narrow one. */
export function searchField(page: Page): Locator {
  return page.getByRole('combobox', { name: 'Search' })
}

/** The way to the cart in the header, which tells the number of pieces. */
export function cartLink(page: Page): Locator {
  return page.getByRole('banner').getByRole('link', { name: /^Cart/ })
}

/** What the header says of the cart, also while a dialog stands before it. */
export async function expectPieces(page: Page, pieces: number): Promise<void> {
  await expect(page.getByTestId('cart-count')).toHaveText(String(pieces))
}

export function total(page: Page): Locator {
  return page.getByTestId('cart-total')
}

export function emailField(page: Page): Locator {
  return page.getByLabel(/^E-mail/)
}

export function nameField(page: Page): Locator {
  return page.getByLabel(/^Name/)
}

export function placeOrderButton(page: Page): Locator {
  return page.getByRole('button', { name: /^(Place order|Placing your order)/ })
}

export async function expectConfirmation(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: /Thank you/ })).toBeVisible()
}

/** The cart beside the page. */
export function cartDrawer(page: Page): Locator {
  return page.getByRole('dialog', { name: 'Your cart' })
}

export async function closeCartDrawer(page: Page): Promise<void> {
  await expect(cartDrawer(page)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(cartDrawer(page)).toBeHidden()
}

/** Puts pieces into the cart on the product's page; the cart opens beside it. */
export async function putInCart(page: Page, product: { path: string }, quantity = 1): Promise<void> {
  await openLive(page, product.path)
  if (quantity > 1) await typeQuantity(page, String(quantity))
  await addButtonIn(page).click()
}

/** Fills a cart with one product and goes to checkout. */
export async function goToCheckout(page: Page, product: { path: string }, quantity = 1): Promise<void> {
  await putInCart(page, product, quantity)
  await openLive(page, '/checkout')
  await expect(placeOrderButton(page)).toBeEnabled()
}

/** Keeps the answers to what links ask for, as a slow line would. Returns what lets them through. */
export async function holdAnswers(page: Page): Promise<() => Promise<void>> {
  const { promise: released, resolve: release } = Promise.withResolvers<void>()
  const areForLinks = (url: URL): boolean => url.searchParams.has('_rsc')
  await page.route(areForLinks, async (route) => {
    await released
    await route.continue()
  })
  return async () => {
    release()
    await page.unrouteAll({ behavior: 'wait' })
  }
}

/** Whether it is asked for a page that a link leads to. */
export function isOfLink(request: Request): boolean {
  return request.headers().rsc !== undefined
}

/** The page at `path` has come for a link that leads there, and not only its frame. */
export function fetchedFor(page: Page, path: string): Promise<Request> {
  return page.waitForEvent(
    'requestfinished',
    (request) =>
      isOfLink(request) &&
      request.headers()['next-router-segment-prefetch'] === undefined &&
      new URL(request.url()).pathname === path,
  )
}

/** From here on, the page must not load another document. Returns the check. */
export function forbidReload(page: Page): () => void {
  const loads: string[] = []
  page.on('request', (request) => {
    if (request.isNavigationRequest() && request.frame() === page.mainFrame()) loads.push(request.url())
  })
  return () => expect(loads, 'the page was not loaded anew').toEqual([])
}

/** What stands above the order at checkout. */
export function notices(page: Page): Locator {
  return page.getByTestId('checkout-notices')
}

/** The quiet word that the stream is down; a screen reader is told so elsewhere. */
export function behindNotice(page: Page): Locator {
  return page.getByRole('paragraph').filter({ hasText: /stock may be behind/i })
}

/** The words on the page itself: Next's announcer of new pages may repeat a heading outside of it. */
export function inMain(page: Page, words: string | RegExp): Locator {
  return page.getByRole('main').getByText(words)
}

/** Names of the products on the list, in its order. */
export function namesOn(page: Page): Promise<string[]> {
  return page.getByRole('article').getByRole('heading', { level: 2 }).allTextContents()
}

/** The conditions of the list that can be taken off. */
export function chips(page: Page): Locator {
  return page.getByRole('list', { name: 'Filters' }).getByRole('listitem').filter({ hasNotText: 'Clear all' })
}
