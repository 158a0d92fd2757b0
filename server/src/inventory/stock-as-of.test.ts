import { expect, test } from 'vitest'
import { addTestProduct } from '../testing/add-test-product.ts'
import { checkout } from '../testing/api-client.ts'
import { startTestShop } from '../testing/start-test-shop.ts'
import { stockAsOf } from './stock-as-of.ts'

test('tells what there was at any past moment', async () => {
  const shop = await startTestShop()
  const start = new Date(Date.now() - 1_000)
  const productId = await addTestProduct(shop, { name: 'Bowl', stock: 9 })
  const moments = [new Date()]
  for (const quantity of [2, 3]) {
    await new Promise((resolve) => setTimeout(resolve, 5))
    await checkout(shop.url, [{ productId, quantity }])
    moments.push(new Date())
  }
  const { db } = shop.database
  expect(await stockAsOf(db, start)).toEqual([{ productId, stock: 0, version: 0 }])
  const stocks = await Promise.all(moments.map((moment) => stockAsOf(db, moment)))
  expect(stocks.flat().map(({ stock, version }) => [stock, version])).toEqual([
    [9, 1],
    [7, 2],
    [4, 3],
  ])
  const { created_at } = await db
    .selectFrom('stock_movements')
    .select('created_at')
    .where('version', '=', 2)
    .executeTakeFirstOrThrow()
  expect(await stockAsOf(db, new Date(created_at)), 'at the very moment').toEqual([
    { productId, stock: 7, version: 2 },
  ])
})
