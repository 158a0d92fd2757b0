import { expect } from 'vitest'
import type { Db } from '../database/database.ts'

/** Checks the guarantees that a database must hold whenever nothing is under way: G1, G2, G3, G5 and G6. */
export async function checkBooks(db: Db): Promise<void> {
  const products = await db.selectFrom('products').select(['id', 'stock', 'version']).execute()
  const movements = await db
    .selectFrom('stock_movements')
    .selectAll()
    .orderBy('product_id')
    .orderBy('version')
    .execute()
  const lines = await db.selectFrom('order_lines').selectAll().execute()
  const orders = await db.selectFrom('orders').selectAll().execute()
  const byProduct = Map.groupBy(movements, (movement) => movement.product_id)

  for (const product of products) {
    let stock = 0
    const ledger = byProduct.get(product.id) ?? []
    for (const [index, movement] of ledger.entries()) {
      stock += movement.delta
      expect(movement, 'versions have no gap and each says the stock it left').toMatchObject({
        version: index + 1,
        stock_after: stock,
      })
      expect(stock, 'stock is never negative').toBeGreaterThanOrEqual(0)
    }
    expect({ stock, version: ledger.length }, 'the ledger adds up to the stock').toEqual({
      stock: product.stock,
      version: product.version,
    })
  }
  const sales = movements.filter((movement) => movement.reason === 'sale')
  expect(sorted(sales.map((sale) => `${sale.cause} ${sale.product_id} ${-sale.delta}`))).toEqual(
    sorted(lines.map((line) => `${line.order_id} ${line.product_id} ${line.quantity}`)),
  )
  for (const order of orders) {
    const total = lines
      .filter((line) => line.order_id === order.id)
      .reduce((sum, line) => sum + line.quantity * line.unit_price, 0)
    expect(order.total, 'an order has lines, and they make its total').toBe(total)
  }
  expect(new Set(lines.map((line) => line.order_id)).size).toBe(orders.length)
}

function sorted(texts: string[]): string[] {
  return texts.sort()
}
