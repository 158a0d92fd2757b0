import { setImmediate as nextTurn } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { addTestProduct } from '../testing/add-test-product.ts'
import { checkout, stockOf } from '../testing/api-client.ts'
import { checkBooks } from '../testing/check-books.ts'
import { startTestShop } from '../testing/start-test-shop.ts'

const buyers = 200
const units = 50

/** Two hundred people press the button in the same moment. */
function rush<T>(buy: (buyer: number) => Promise<T>): Promise<T[]> {
  return Promise.all(Array.from({ length: buyers }, (_, buyer) => buy(buyer)))
}

test('200 buyers at once for 50 units: exactly 50 are sold, and all others hear that it is gone', async () => {
  const shop = await startTestShop()
  const print = await addTestProduct(shop, { name: 'Print', stock: units })
  const replies = await rush((buyer) =>
    checkout(shop.url, [{ productId: print, quantity: 1 }], { key: `buyer-${buyer}` }),
  )
  const sold = replies.filter((reply) => reply.status === 201)
  const refused = replies.filter((reply) => reply.status === 409)
  expect([sold.length, refused.length]).toEqual([units, buyers - units])
  expect(refused.every((reply) => reply.body.shortages[0].available === 0)).toBe(true)
  expect(new Set(sold.map((reply) => reply.body.order.id)).size).toBe(units)
  expect(await stockOf(shop.url, print)).toEqual({ stock: 0, version: 1 + units })
  await checkBooks(shop.database.db)
})

test('the same rush on a shop that reads, subtracts and writes back oversells: the rush is real', async () => {
  const shop = await startTestShop()
  const print = await addTestProduct(shop, { name: 'Print', stock: units })
  const { db } = shop.database
  const replies = await rush(async () => {
    const { stock } = await stockOf(shop.url, print)
    // The turn that every answer of a database over a network costs.
    await nextTurn()
    if (stock < 1) return false
    await db
      .updateTable('products')
      .set({ stock: stock - 1 })
      .where('id', '=', print)
      .execute()
    return true
  })
  expect(replies.filter(Boolean).length).toBeGreaterThan(units)
})

test('carts that name the same products in opposite orders are all decided, and the books balance', async () => {
  const shop = await startTestShop()
  const ids: string[] = []
  for (let n = 0; n < 6; n += 1) ids.push(await addTestProduct(shop, { name: `Thing ${n}`, stock: 40 }))
  const replies = await rush((buyer) => {
    const productIds = buyer % 2 ? ids : ids.toReversed()
    return checkout(
      shop.url,
      productIds.map((productId) => ({ productId, quantity: 1 + (buyer % 3) })),
    )
  })
  expect(new Set(replies.map((reply) => reply.status))).toEqual(new Set([201, 409]))
  await checkBooks(shop.database.db)
})

test('one attempt that breaks does not spoil the others decided with it', async () => {
  const shop = await startTestShop()
  const good = await addTestProduct(shop, { name: 'Good', stock: buyers })
  const broken = await addTestProduct(shop, { name: 'Broken', stock: 5 })
  await shop.database.db.updateTable('products').set({ currency: 'USD' }).where('id', '=', broken).execute()
  const replies = await rush((buyer) =>
    checkout(
      shop.url,
      buyer === 7
        ? [
            { productId: good, quantity: 1 },
            { productId: broken, quantity: 1 },
          ]
        : [{ productId: good, quantity: 1 }],
    ),
  )
  const statuses = replies.map((reply) => reply.status)
  expect(statuses[7]).toBe(500)
  expect(statuses.filter((status) => status === 201)).toHaveLength(buyers - 1)
  await checkBooks(shop.database.db)
})
