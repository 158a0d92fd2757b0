import type { MovementCause } from '@onhand/contract/stock-movements'
import { addProduct } from './catalog/add-product.ts'
import { isCatalogEmpty } from './catalog/is-catalog-empty.ts'
import { sampleProducts } from './catalog/sample-products.ts'
import type { Database } from './database/database.ts'
import { inTransaction, type Transaction } from './database/transaction.ts'
import { changeStock, type Movement } from './inventory/change-stock.ts'
import type { StockFeed } from './inventory/stock-feed.ts'

const currency = 'EUR'
const cause: MovementCause = 'sample catalog'
/** How long other processes that start at the same time may take to fill it. */
const busyWaitMaxMs = 30_000

/** Fills a shop that has no products with the sample catalog. Returns how many products it added. */
export async function fillEmptyShop(database: Database, feed: StockFeed): Promise<number> {
  // Asked first without keeping others from writing; again when nobody else can.
  if (!(await isCatalogEmpty(database.db))) return 0
  const fill = async (tx: Transaction): Promise<number> => {
    if (!(await isCatalogEmpty(tx.db))) return 0
    const receipts: Movement[] = []
    const start = Date.now()
    for (const [position, { stock, imageAlt, ...product }] of sampleProducts.entries()) {
      const createdAt = new Date(start - position * 60_000)
      const image = { src: `/images/products/${product.slug}.svg`, alt: imageAlt }
      const productId = await addProduct(tx, { ...product, currency, image, position, createdAt })
      if (stock > 0) receipts.push({ productId, delta: stock, reason: 'receipt', cause, actor: 'shop' })
    }
    await changeStock(tx, feed, receipts)
    return sampleProducts.length
  }
  return inTransaction(database, fill, busyWaitMaxMs)
}
