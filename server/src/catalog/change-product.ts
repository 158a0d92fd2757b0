import type { ProductChange } from '@onhand/contract/catalog'
import type { CatalogChange } from '@onhand/contract/stock-events'
import type { Database } from '../database/database.ts'
import { inTransaction } from '../database/transaction.ts'
import { countCatalogChange } from '../inventory/count-catalog-change.ts'
import type { CatalogPublisher } from '../inventory/stock-feed.ts'
import { searchFieldsOf } from './add-product.ts'
import { slugNotTaken } from './create-product.ts'
import { selectLockedProduct, updateProduct } from './queries.ts'
import { productNotFound } from './show-product.ts'
import type { ProductRow } from './tables.ts'

/**
 * Changes what is said of a product, withdraws it or puts it back, and tells every open page. What there is of it stays,
 * and so do the orders it is in.
 *
 * @throws Refusal `product_not_found` or `slug_taken`
 */
export function changeProduct(
  database: Database,
  feed: CatalogPublisher,
  id: string,
  change: ProductChange,
): Promise<void> {
  return inTransaction(database, async (tx) => {
    const before = await selectLockedProduct(tx.db, id)
    if (!before) throw productNotFound(id)
    if (change.slug !== undefined) await slugNotTaken(tx.db, change.slug, id)
    const after = changed(before, change)
    const catalogRevision = await countCatalogChange(tx)
    await updateProduct(tx.db, id, { ...after, revision: catalogRevision })
    const event = { productId: id, change: whatHappened(before, after), catalogRevision }
    tx.afterCommit(() => feed.publish([event]))
  })
}

type Described = Pick<
  ProductRow,
  | 'slug'
  | 'name'
  | 'description'
  | 'category'
  | 'folded_name'
  | 'search_text'
  | 'price'
  | 'image_src'
  | 'image_alt'
  | 'withdrawn_at'
>

function changed(row: ProductRow, { image, withdrawn, ...change }: ProductChange): Described {
  const texts = {
    slug: change.slug ?? row.slug,
    name: change.name ?? row.name,
    description: change.description ?? row.description,
    category: change.category ?? row.category,
  }
  return {
    ...texts,
    ...searchFieldsOf(texts),
    price: change.price ?? row.price,
    image_src: image === undefined ? row.image_src : (image?.src ?? null),
    image_alt: image === undefined ? row.image_alt : (image?.alt ?? null),
    withdrawn_at: withdrawn === undefined ? row.withdrawn_at : withdrawalOf(row, withdrawn),
  }
}

function withdrawalOf(row: ProductRow, withdrawn: boolean): string | null {
  return withdrawn ? (row.withdrawn_at ?? new Date().toISOString()) : null
}

function whatHappened(before: Described, after: Described): CatalogChange['change'] {
  if (after.withdrawn_at !== null) return 'withdrawn'
  return before.withdrawn_at === null ? 'updated' : 'created'
}
