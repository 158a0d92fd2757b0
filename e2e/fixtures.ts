import { type BrowserContextOptions, test as base, expect, type Page } from '@playwright/test'
import { collectComplaints } from './complaints.ts'
import { openShopProcess, type ShopHandle } from './shop.ts'

export { expect }

export interface OfferedProduct {
  readonly id: string
  readonly name: string
  /** Its page. */
  readonly path: string
  /** The list with nothing but this product on it. */
  readonly listPath: string
}

interface Offer {
  stock: number
  /** In cents. */
  price?: number
  category?: string
  description?: string
  /** Comes before the part that makes it unique. */
  word?: string
}

interface TestFixtures {
  /** Puts a product on the shelf that no other test knows. */
  offer: (offer: Offer) => Promise<OfferedProduct>
  /** Opens another browser, with a cart and a stream of its own, and returns its page. */
  newShopper: (options?: BrowserContextOptions) => Promise<Page>
  /** Lets a test that provokes them have complaints on the console, such as of an outage. */
  expectComplaint: (pattern: RegExp) => void
  /** Fails a test whose pages complain otherwise. */
  complaints: ReturnType<typeof collectComplaints>
  /** Fails a test during which the shop logged a warning or an error. */
  quietShop: undefined
}

interface WorkerFixtures {
  /** The shop of this worker: real, filled with the sample catalog, used by one test after the other. */
  shop: ShopHandle
}

let offered = 0

export const test = base.extend<TestFixtures, WorkerFixtures>({
  shop: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what a fixture needs
    async ({}, use) => {
      const shop = await openShopProcess({ sampleData: true })
      await use(shop)
      await shop.discard()
    },
    { scope: 'worker', timeout: 60_000 },
  ],

  baseURL: async ({ shop }, use) => use(shop.url),

  complaints: [
    // biome-ignore lint/correctness/noEmptyPattern: as above
    async ({}, use) => {
      const complaints = collectComplaints()
      await use(complaints)
      expect(complaints.unexpected(), 'no page complained').toEqual([])
    },
    { auto: true },
  ],

  quietShop: [
    async ({ shop }, use) => {
      await use(undefined)
      await shop.reopen()
      await shop.ask('releaseStorefront')
      expect(shop.takeLog(), 'the shop logged nothing').toBe('')
    },
    { auto: true },
  ],

  expectComplaint: async ({ complaints }, use) => use(complaints.expect),

  context: async ({ context, complaints }, use) => {
    complaints.listenTo(context)
    await use(context)
  },

  newShopper: async ({ browser, complaints }, use) => {
    const contexts: Awaited<ReturnType<typeof browser.newContext>>[] = []
    await use(async (options) => {
      const context = await browser.newContext(options)
      contexts.push(context)
      complaints.listenTo(context)
      return context.newPage()
    })
    for (const context of contexts) await context.close()
  },

  offer: async ({ shop }, use, { workerIndex }) =>
    use(async ({ word = 'Lantern', ...rest }) => {
      offered += 1
      const mark = `w${workerIndex}n${String(offered).padStart(4, '0')}`
      const name = `${word} ${mark}`
      const id = await shop.ask('addProduct', { name, ...rest })
      const slug = name.toLowerCase().replace(/[^a-z0-9]+/g, '-')
      return { id, name, path: `/products/${slug}`, listPath: `/?q=${mark}` }
    }),
})
