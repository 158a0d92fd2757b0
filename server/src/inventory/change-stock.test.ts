import { expect, test } from 'vitest'
import { inTransaction } from '../database/transaction.ts'
import { addTestProduct } from '../testing/add-test-product.ts'
import { stockOf } from '../testing/api-client.ts'
import { checkBooks } from '../testing/check-books.ts'
import { startTestShop } from '../testing/start-test-shop.ts'
import { changeStock, type Movement, StockTooLow } from './change-stock.ts'

function sale(productId: string, quantity: number): Movement {
  return { productId, delta: -quantity, reason: 'sale', cause: 'ord_test', actor: 'shopper' }
}

test('each movement makes one version and is written to the ledger with the stock it left', async () => {
  const shop = await startTestShop()
  const productId = await addTestProduct(shop, { name: 'Bowl', stock: 10 })
  const levels = await inTransaction(shop.database, (tx) =>
    changeStock(tx, shop.stockFeed, [
      { productId, delta: -4, reason: 'receipt', cause: 'broken', actor: 'user_ann' },
      { productId, delta: 2, reason: 'receipt', cause: 'found', actor: 'shop' },
    ]),
  )
  expect(levels).toEqual([{ productId, stock: 8, version: 3 }])
  const ledger = await shop.database.db.selectFrom('stock_movements').selectAll().orderBy('version').execute()
  expect(ledger.map((row) => [row.version, row.delta, row.stock_after, row.cause, row.actor])).toEqual([
    [1, 10, 10, 'test', 'shop'],
    [2, -4, 6, 'broken', 'user_ann'],
    [3, 2, 8, 'found', 'shop'],
  ])
  await checkBooks(shop.database.db)
})

test('refuses to take more than there is, and keeps nothing of the transaction', async () => {
  const shop = await startTestShop()
  const plenty = await addTestProduct(shop, { name: 'Plenty', stock: 10 })
  const scarce = await addTestProduct(shop, { name: 'Scarce', stock: 2 })
  const attempt = inTransaction(shop.database, (tx) =>
    changeStock(tx, shop.stockFeed, [sale(plenty, 1), sale(scarce, 3)]),
  )
  await expect(attempt).rejects.toBeInstanceOf(StockTooLow)
  expect(await stockOf(shop.url, plenty)).toEqual({ stock: 10, version: 1 })
  await checkBooks(shop.database.db)
})

test('refuses a series that is below zero in the middle, even when it ends above', async () => {
  const shop = await startTestShop()
  const productId = await addTestProduct(shop, { name: 'Bowl', stock: 2 })
  const refill: Movement = { productId, delta: 5, reason: 'receipt', cause: 'later', actor: 'shop' }
  const attempt = inTransaction(shop.database, (tx) =>
    changeStock(tx, shop.stockFeed, [sale(productId, 3), refill]),
  )
  await expect(attempt).rejects.toBeInstanceOf(StockTooLow)
})

test('refuses an unknown product', async () => {
  const shop = await startTestShop()
  const attempt = inTransaction(shop.database, (tx) =>
    changeStock(tx, shop.stockFeed, [sale('prod_none', 1)]),
  )
  await expect(attempt).rejects.toBeInstanceOf(StockTooLow)
})

test('tells the feed after the commit, and tells nothing when the transaction fails', async () => {
  const shop = await startTestShop()
  const productId = await addTestProduct(shop, { name: 'Bowl', stock: 5 })
  await new Promise((resolve) => setTimeout(resolve, 50))
  const told: unknown[] = []
  shop.stockFeed.subscribe(({ changes }) => told.push(...changes))
  const failing = inTransaction(shop.database, async (tx) => {
    await changeStock(tx, shop.stockFeed, [sale(productId, 1)])
    throw new Error('on purpose')
  })
  await expect(failing).rejects.toThrow('on purpose')
  await inTransaction(shop.database, (tx) => changeStock(tx, shop.stockFeed, [sale(productId, 2)]))
  await expect.poll(() => told).toEqual([{ productId, stock: 3, version: 2 }])
})
