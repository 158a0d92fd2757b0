import { expect, test } from 'vitest'
import { hashOf } from '../idempotency/kept-answers.ts'
import { Refusal } from '../refusal.ts'
import { addTestProduct } from '../testing/add-test-product.ts'
import { stockOf } from '../testing/api-client.ts'
import { checkBooks } from '../testing/check-books.ts'
import { startTestShop } from '../testing/start-test-shop.ts'
import type { Attempt } from './attempt.ts'
import { createCheckoutQueue } from './checkout-queue.ts'

/** Nobody is told. */
const nobody = { batchDecided() {}, turnedAway() {} }

test('a full queue refuses at once, says when to come back, and decides those who wait in their order', async () => {
  const shop = await startTestShop()
  const productId = await addTestProduct(shop, { name: 'Bowl', stock: 300 })
  const queue = createCheckoutQueue(shop.database, shop.stockFeed, nobody, {
    waitingMax: 1_000,
    waitMaxMs: 30_000,
  })
  const submit = (n: number) => queue.submit(attemptFor(productId, n))
  const waiting = Array.from({ length: 1_000 }, (_, n) => submit(n))
  expect(() => submit(1_000)).toThrow(Refusal)
  expect(() => submit(1_000)).toThrow(expect.objectContaining({ code: 'unavailable', retryAfterSeconds: 2 }))
  const statuses = (await Promise.all(waiting)).map(({ status }) => status)
  expect(statuses.slice(0, 300).every((status) => status === 201)).toBe(true)
  expect(statuses.slice(300).every((status) => status === 409)).toBe(true)
  expect((await submit(1_001)).status).toBe(409)
  await checkBooks(shop.database.db)
})

test('an attempt that has waited too long is refused, and nothing is taken', async () => {
  const shop = await startTestShop()
  const productId = await addTestProduct(shop, { name: 'Bowl', stock: 3 })
  const queue = createCheckoutQueue(shop.database, shop.stockFeed, nobody, { waitingMax: 10, waitMaxMs: -1 })
  await expect(queue.submit(attemptFor(productId, 1))).rejects.toMatchObject({ code: 'unavailable' })
  expect(await stockOf(shop.url, productId)).toEqual({ stock: 3, version: 1 })
})

test('few are decided together, and many in as many batches as are worth having under way', async () => {
  const shop = await startTestShop()
  const productId = await addTestProduct(shop, { name: 'Bowl', stock: 300 })
  const sizes: number[] = []
  const watch = { ...nobody, batchDecided: ({ length }: { length: number }) => void sizes.push(length) }
  const queue = createCheckoutQueue(shop.database, shop.stockFeed, watch)
  const buy = (count: number, first: number) =>
    Promise.all(Array.from({ length: count }, (_, n) => queue.submit(attemptFor(productId, first + n))))
  await queue.submit(attemptFor(productId, 0))
  sizes.length = 0
  await buy(10, 1)
  await buy(64, 11)
  expect(sizes).toEqual(shop.database.worksAtOnce === 2 ? [10, 32, 32] : [10, 64])
})

function attemptFor(productId: string, n: number): Attempt {
  const request = { items: [{ productId, quantity: 1 }] }
  return {
    request,
    requestHash: hashOf(request),
    requestId: `request-${n}`,
    idempotencyKey: `key-${n}`,
    shopper: undefined,
  }
}
