import { expect, test } from 'vitest'
import { Refusal } from '../refusal.ts'
import { addTestProduct } from '../testing/add-test-product.ts'
import { checkBooks } from '../testing/check-books.ts'
import { startTestShop } from '../testing/start-test-shop.ts'
import { createCheckoutQueue } from './checkout-queue.ts'

test('a full queue refuses at once, says when to come back, and decides those who wait in their order', async () => {
  const shop = await startTestShop()
  const productId = await addTestProduct(shop, { name: 'Bowl', stock: 300 })
  const queue = createCheckoutQueue(shop.database, shop.stockFeed)
  const submit = (n: number) =>
    queue.submit({
      request: { items: [{ productId, quantity: 1 }] },
      requestId: `request-${n}`,
      idempotencyKey: `key-${n}`,
      shopper: undefined,
    })
  const waiting = Array.from({ length: 10_000 }, (_, n) => submit(n))
  expect(() => submit(10_000)).toThrow(Refusal)
  expect(() => submit(10_000)).toThrow(expect.objectContaining({ code: 'unavailable', retryAfterSeconds: 2 }))
  const statuses = (await Promise.all(waiting)).map(({ status }) => status)
  expect(statuses.slice(0, 300).every((status) => status === 201)).toBe(true)
  expect(statuses.slice(300).every((status) => status === 409)).toBe(true)
  expect((await submit(10_001)).status).toBe(409)
  await checkBooks(shop.database.db)
})
