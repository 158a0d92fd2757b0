import { addProduct } from '../catalog/add-product.ts'
import { inTransaction } from '../database/transaction.ts'
import { changeStock } from '../inventory/change-stock.ts'
import type { Shop } from '../shop.ts'

export interface TestProduct {
  /** Becomes the slug too. */
  readonly name: string
  readonly stock: number
  readonly price?: number
  readonly category?: string
  readonly description?: string
}

let added = 0

/** Adds a product and its first stock, behind those added before. Returns its id. */
export function addTestProduct(
  shop: Pick<Shop, 'database' | 'stockFeed'>,
  product: TestProduct,
): Promise<string> {
  added += 1
  return inTransaction(shop.database, async (tx) => {
    const productId = await addProduct(tx, {
      slug: product.name.toLowerCase().replace(/[^a-z0-9]+/g, '-'),
      name: product.name,
      description: product.description ?? `A ${product.name} for tests.`,
      price: product.price ?? 1_000,
      currency: 'EUR',
      category: product.category ?? 'Test',
      image: null,
      position: added,
      createdAt: new Date(Date.UTC(2026, 0, 1) + added * 60_000),
    })
    if (product.stock > 0) {
      const receipt = {
        productId,
        delta: product.stock,
        reason: 'receipt',
        cause: 'test',
        actor: 'shop',
      } as const
      await changeStock(tx, shop.stockFeed, [receipt])
    }
    return productId
  })
}
