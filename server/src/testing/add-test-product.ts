import { addProduct } from '../catalog/add-product.ts'
import { inTransaction } from '../database/transaction.ts'
import { changeStock, type Movement } from '../inventory/change-stock.ts'
import type { Shop } from '../shop.ts'

export interface TestProduct {
  readonly name: string
  readonly stock: number
  /** Made of the name where it is missing. */
  readonly slug?: string
  readonly price?: number
  readonly category?: string
  readonly description?: string
}

type Stockroom = Pick<Shop, 'database' | 'stockFeed'>

let added = 0

/** Adds a product and its first stock, behind those added before. Returns its id. */
export async function addTestProduct(shop: Stockroom, product: TestProduct): Promise<string> {
  const [productId = ''] = await addTestProducts(shop, [product])
  return productId
}

/** Adds products and their first stock at once. Returns their ids. */
export function addTestProducts(shop: Stockroom, products: readonly TestProduct[]): Promise<string[]> {
  return inTransaction(shop.database, async (tx) => {
    const receipts: Movement[] = []
    const productIds: string[] = []
    for (const product of products) {
      added += 1
      const productId = await addProduct(tx, {
        slug: product.slug ?? product.name.toLowerCase().replace(/[^a-z0-9]+/g, '-'),
        name: product.name,
        description: product.description ?? `A ${product.name} for tests.`,
        price: product.price ?? 1_000,
        currency: 'EUR',
        category: product.category ?? 'Test',
        image: null,
        position: added,
        createdAt: new Date(Date.UTC(2026, 0, 1) + added * 60_000),
      })
      productIds.push(productId)
      if (product.stock > 0)
        receipts.push({ productId, delta: product.stock, reason: 'receipt', cause: 'test', actor: 'shop' })
    }
    if (receipts.length > 0) await changeStock(tx, shop.stockFeed, receipts)
    return productIds
  })
}
