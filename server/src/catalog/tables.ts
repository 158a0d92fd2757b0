import type { Selectable } from 'kysely'

interface ProductsTable {
  id: string
  slug: string
  name: string
  description: string
  /** In minor units of `currency`. */
  price: number
  currency: string
  stock: number
  version: number
  category: string
  image_src: string | null
  image_alt: string | null
  /** The place in catalog order. */
  position: number
  /** The name as it is sorted: lower case, without accents. */
  folded_name: string
  /** All that a search looks at, folded likewise. */
  search_text: string
  created_at: string
  /** The catalog's revision in which it was changed last; 0 for what was there from the beginning. */
  revision: number
  /** Since when it is not for sale any more; null while it is. */
  withdrawn_at: string | null
  /** Where the product's history in the ledger ends; null when nothing has moved yet. */
  last_movement_id: number | null
  /** What `last_movement_id` was before the last change: an update can only return what it wrote. */
  earlier_movement_id: number | null
}

export type ProductRow = Selectable<ProductsTable>

declare module '../database/tables.ts' {
  interface Tables {
    products: ProductsTable
  }
}
