import { setTimeout as sleep } from 'node:timers/promises'
import { catalogRevisionHeader } from '@onhand/contract/stock-events'
import type { KyselyPlugin } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { signUp } from '../testing/account-client.ts'
import { addTestProduct, addTestProducts } from '../testing/add-test-product.ts'
import { adminCall } from '../testing/admin-client.ts'
import { call } from '../testing/api-client.ts'
import { eventually } from '../testing/eventually.ts'
import { readStream, type StreamReader } from '../testing/read-stream.ts'
import { openTestShop, processes, startTestShop, type TestShop } from '../testing/start-test-shop.ts'
import { readCatalogRevision } from './count-catalog-change.ts'
import { followWithdrawn } from './follow-withdrawn.ts'
import { shareStock } from './share-stock.ts'
import { createStockFeed } from './stock-feed.ts'

const told = (stream: StreamReader, name: string): object[] =>
  stream.events.filter(({ event }) => event === name).map(({ data }) => JSON.parse(data))

const changePrice = (shop: TestShop, owner: Awaited<ReturnType<typeof signUp>>, id: string, price: number) =>
  adminCall(shop.url, owner, `products/${id}`, { method: 'PATCH', body: { price } })

test('whoever read products knows by the stream whether they were changed since', async () => {
  const shop = await startTestShop()
  const owner = await signUp(shop, 'admin')
  const [bowl = '', cup = ''] = await addTestProducts(shop, [
    { name: 'Bowl', stock: 5 },
    { name: 'Cup', stock: 5 },
  ])
  const revisionsRead = async (): Promise<number[]> => {
    const replies = await Promise.all(
      ['/api/products', `/api/products/${bowl}`, '/api/categories'].map((path) => call(shop.url, path)),
    )
    return replies.map(({ headers }) => Number(headers.get(catalogRevisionHeader)))
  }
  expect(await revisionsRead()).toEqual([0, 0, 0])
  const [plain, whole] = [
    await readStream(shop.url),
    await readStream(shop.url, `?products=${cup}&catalog=all`),
  ]
  await eventually(() => expect(told(whole, 'snapshot')).toMatchObject([{ catalogRevision: 0 }]))

  await changePrice(shop, owner, bowl, 1_250)
  const change = { productId: bowl, change: 'updated' }
  await eventually(() => expect(told(whole, 'catalog')).toContainEqual({ ...change, catalogRevision: 1 }))
  // With several processes another one may be asked, which is told a moment later.
  await eventually(async () => expect(await revisionsRead()).toEqual([1, 1, 1]))
  await eventually(async () => {
    const { body } = await call(shop.url, `/api/stock?products=${cup}`)
    expect(body).toMatchObject({ stock: [{ productId: cup }], catalogRevision: 1 })
  })
  const late = await readStream(shop.url, '?catalog=all')
  await eventually(() => expect(told(late, 'snapshot')).toMatchObject([{ catalogRevision: 1 }]))
  await eventually(() => expect(told(plain, 'catalog')).toContainEqual(change))
  expect(told(plain, 'snapshot')).toEqual([{ stock: expect.anything() }])
})

test('the catalog’s revision outlives a restart, and rises with every change, also of several owners at once', async () => {
  const shop = await startTestShop()
  const owner = await signUp(shop, 'admin')
  const products = Array.from({ length: 6 }, (_, n) => ({ name: `Thing ${n}`, stock: 1 }))
  const ids = await addTestProducts(shop, products)
  await Promise.all(ids.map((id) => changePrice(shop, owner, id, 1_250)))
  const { db } = shop.database
  expect(await readCatalogRevision(db)).toBe(6)
  const rows = await db.selectFrom('products').select('revision').orderBy('revision').execute()
  expect(rows.map(({ revision }) => revision)).toEqual([1, 2, 3, 4, 5, 6])
  await shop.close()
  const again = await openTestShop(shop.databaseUrl)
  expect((await call(again.url, '/api/products')).headers.get(catalogRevisionHeader)).toBe('6')
})

test.skipIf(processes > 1)('what is withdrawn while the withdrawn are read is not lost', async () => {
  const shop = await startTestShop()
  const bowl = await addTestProduct(shop, { name: 'Bowl', stock: 5 })
  const feed = createStockFeed(0)
  const following = followWithdrawn(shop.database.db.withPlugin(slowAnswers), feed)
  feed.publish([{ productId: bowl, change: 'withdrawn', catalogRevision: 1 }])
  expect([...(await following)]).toEqual([bowl])
})

test('what another process changes while one starts is known to it', async () => {
  const shop = await startTestShop()
  const owner = await signUp(shop, 'admin')
  const bowl = await addTestProduct(shop, { name: 'Bowl', stock: 5 })
  const feed = createStockFeed(await readCatalogRevision(shop.database.db))
  await changePrice(shop, owner, bowl, 1_250)
  const sharing = await shareStock(shop.database, feed, () => {})
  onTestFinished(sharing.close)
  // With one process there is nobody else who could.
  expect(feed.catalogRevision()).toBe(shop.database.messenger ? 1 : 0)
})

/** Answers come long after the state that they tell of. */
const slowAnswers: KyselyPlugin = {
  transformQuery: ({ node }) => node,
  async transformResult({ result }) {
    await sleep(50)
    return result
  },
}
