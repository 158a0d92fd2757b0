import { expect, test } from 'vitest'
import { addTestProduct } from '../testing/add-test-product.ts'
import { call, checkout, type Reply, stockOf } from '../testing/api-client.ts'
import { checkBooks } from '../testing/check-books.ts'
import { startShopProcess } from '../testing/start-shop-process.ts'
import { openTestShop } from '../testing/start-test-shop.ts'
import { freshDatabaseUrl } from '../testing/test-database.ts'

const kills = 4
const shoppers = 24

interface Answered {
  readonly key: string
  readonly reply: Reply
}

test('after kill -9 under load every order that was answered is there, and nothing is partial', async () => {
  const databaseUrl = await freshDatabaseUrl()
  const setUp = await openTestShop(databaseUrl)
  const products = [
    await addTestProduct(setUp, { name: 'Bowl', stock: 100_000 }),
    await addTestProduct(setUp, { name: 'Cup', stock: 100_000 }),
  ]
  await setUp.close()

  const answered: Answered[] = []
  for (let kill = 0; kill < kills; kill += 1) {
    const shop = await startShopProcess(databaseUrl)
    const buying = Array.from({ length: shoppers }, (_, shopper) =>
      buyUntilGone(shop.url, products, `${kill}-${shopper}`, answered),
    )
    const enough = answered.length + shoppers + Math.floor(Math.random() * 100)
    await expect.poll(() => answered.length, { timeout: 20_000, interval: 1 }).toBeGreaterThan(enough)
    await shop.kill()
    await Promise.all(buying)
  }

  const after = await openTestShop(databaseUrl)
  await checkBooks(after.database.db)
  for (const { key, reply } of answered) {
    const { id, accessToken } = reply.body.order
    expect((await call(after.url, `/api/orders/${id}?token=${accessToken}`)).status).toBe(200)
    const again = await checkout(after.url, itemsOf(products), { key })
    expect(again.body).toEqual(reply.body)
  }
  const orders = await after.database.db.selectFrom('orders').select('id').execute()
  expect(await stockOf(after.url, products[0] ?? '')).toMatchObject({ stock: 100_000 - orders.length })
}, 120_000)

function itemsOf(products: readonly string[]): Array<{ productId: string; quantity: number }> {
  return products.map((productId) => ({ productId, quantity: 1 }))
}

/** Buys on and on, and notes each order that was answered, until the shop is gone. */
async function buyUntilGone(
  url: string,
  products: readonly string[],
  name: string,
  answered: Answered[],
): Promise<void> {
  for (let order = 0; ; order += 1) {
    const key = `${name}-${order}`
    const reply = await checkout(url, itemsOf(products), { key }).catch(() => undefined)
    if (!reply) return
    expect(reply.status).toBe(201)
    answered.push({ key, reply })
  }
}
