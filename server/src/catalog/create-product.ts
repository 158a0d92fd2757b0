import { randomBytes } from 'node:crypto'
import type { NewProduct } from '@onhand/contract/catalog'
import type { MovementCause } from '@onhand/contract/stock-movements'
import type { Database, Db } from '../database/database.ts'
import { inTransaction } from '../database/transaction.ts'
import { changeStock } from '../inventory/change-stock.ts'
import { countCatalogChange } from '../inventory/count-catalog-change.ts'
import type { StockFeed } from '../inventory/stock-feed.ts'
import { Refusal } from '../refusal.ts'
import { addProduct } from './add-product.ts'
import { fold } from './fold.ts'
import { isSlugTaken, selectCurrency, selectLastPosition } from './queries.ts'

/** The currency of a shop without products. */
const firstCurrency = 'EUR'

interface Parts {
  readonly database: Database
  readonly stockFeed: StockFeed
}

/**
 * Adds a product behind the others, with the stock there is to begin with, and tells every open page.
 *
 * @param actor the administrator's id
 * @returns its id
 * @throws Refusal `slug_taken`, or `invalid_request` when the currency is not that of the shop
 */
export function createProduct(
  { database, stockFeed }: Parts,
  { stock, slug, currency, ...product }: NewProduct,
  actor: string,
): Promise<string> {
  return inTransaction(database, async (tx) => {
    const catalogRevision = await countCatalogChange(tx)
    const productId = await addProduct(tx, {
      ...product,
      slug: slug === undefined ? await freeSlug(tx.db, product.name) : await slugNotTaken(tx.db, slug),
      currency: await shopCurrency(tx.db, currency),
      position: ((await selectLastPosition(tx.db)) ?? -1) + 1,
      createdAt: new Date(),
      revision: catalogRevision,
    })
    tx.afterCommit(() => stockFeed.publish([{ productId, change: 'created', catalogRevision }]))
    if (stock > 0) {
      const cause: MovementCause = 'opening stock'
      const first = { productId, delta: stock, reason: 'receipt', cause, actor } as const
      await changeStock(tx, stockFeed, [first])
    }
    return productId
  })
}

/** @throws Refusal `slug_taken` */
export async function slugNotTaken(db: Db, slug: string, ownId?: string): Promise<string> {
  if (!(await isSlugTaken(db, slug, ownId))) return slug
  throw new Refusal('slug_taken', `Another product has the slug ${slug}.`)
}

async function freeSlug(db: Db, name: string): Promise<string> {
  const slug = fold(name)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
  const wanted = slug || 'product'
  return (await isSlugTaken(db, wanted)) ? `${wanted}-${randomBytes(4).toString('hex')}` : wanted
}

/** All products share one currency, since an order has only one. */
async function shopCurrency(db: Db, wanted: string | undefined): Promise<string> {
  const known = await selectCurrency(db)
  if (wanted === undefined || known === undefined || wanted === known) return known ?? wanted ?? firstCurrency
  const message = `expected ${known}, which the shop's other products have`
  throw new Refusal('invalid_request', `currency: ${message}.`, {
    details: { errors: [{ path: 'currency', message }] },
  })
}
