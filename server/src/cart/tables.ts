import type { Selectable } from 'kysely'

interface CartsTable {
  customer_id: string
  /** JSON: a list of `{ productId, quantity }`. Read and written whole, never looked into. */
  items: string
  /** Rises by one with every change. */
  version: number
  updated_at: string
}

export type CartRow = Selectable<CartsTable>

declare module '../database/tables.ts' {
  interface Tables {
    carts: CartsTable
  }
}
