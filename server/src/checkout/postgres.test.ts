import type { StockLevel } from '@onhand/contract/stock-events'
import { expect, test } from 'vitest'
import { idempotencyKeyOf } from '../http/idempotency-key.ts'
import { hashOf } from '../idempotency/kept-answers.ts'
import { addTestProduct } from '../testing/add-test-product.ts'
import { checkout, stockOf } from '../testing/api-client.ts'
import { checkBooks } from '../testing/check-books.ts'
import { startProxy } from '../testing/start-proxy.ts'
import { openTestShop } from '../testing/start-test-shop.ts'
import { freshDatabaseUrl } from '../testing/test-database.ts'
import type { Attempt } from './attempt.ts'
import { createCheckoutQueue } from './checkout-queue.ts'

test('who cannot be told whether it was ordered is told the key that asks, and the key tells', async () => {
  const proxy = await startProxy(new URL(await freshDatabaseUrl()))
  const shop = await openTestShop(proxy.url)
  const cup = await addTestProduct(shop, { name: 'Cup', stock: 9 })
  const database = { ...shop.database, unknownMaxMs: 100 }
  const queue = createCheckoutQueue(database, shop.stockFeed, { batchDecided() {}, turnedAway() {} })
  const ownKey = idempotencyKeyOf({ get: () => undefined })
  proxy.cutNextCommits(Number.POSITIVE_INFINITY)
  const refusal = await queue.submit(attemptFor(cup, ownKey)).catch((error: unknown) => error)
  proxy.cutNextCommits(0)
  expect(refusal).toMatchObject({ code: 'unavailable', retryAfterSeconds: 2 })
  const [, key = ''] = /"Idempotency-Key: ([^"]+)"/.exec(String(refusal)) ?? []
  expect(await stockOf(shop.url, cup), 'the first commit took place').toEqual({ stock: 8, version: 2 })
  const told = await checkout(shop.url, [{ productId: cup, quantity: 1 }], { key })
  expect([told.status, told.headers.get('Idempotency-Replayed')]).toEqual([201, 'true'])
  expect(await stockOf(shop.url, cup)).toEqual({ stock: 8, version: 2 })
  await checkBooks(shop.database.db)
})

test('what was sold by a commit whose answer was lost is told all the same, at once', async () => {
  const proxy = await startProxy(new URL(await freshDatabaseUrl()))
  const { database, stockFeed } = await openTestShop(proxy.url)
  const cup = await addTestProduct({ database, stockFeed }, { name: 'Cup', stock: 9 })
  const told: StockLevel[] = []
  const feed = { publish: (levels: readonly StockLevel[]) => void told.push(...levels), count() {} }
  const queue = createCheckoutQueue(database, feed, { batchDecided() {}, turnedAway() {} })
  proxy.cutNextCommits()
  expect((await queue.submit(attemptFor(cup, 'k1'))).status).toBe(201)
  expect(told).toEqual([{ productId: cup, stock: 8, version: 2 }])
})

function attemptFor(productId: string, idempotencyKey: string): Attempt {
  const request = { items: [{ productId, quantity: 1 }] }
  return { request, requestHash: hashOf(request), requestId: 'r', idempotencyKey, shopper: undefined }
}
