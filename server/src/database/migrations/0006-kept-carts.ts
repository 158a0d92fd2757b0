import { type Kysely, sql } from 'kysely'
import type { Spelling } from '../database.ts'

/** Carts of those who are signed in. */
export async function keepCarts(db: Kysely<unknown>, { text, tableEnd }: Spelling): Promise<void> {
  await db.schema
    .createTable('carts')
    .modifyEnd(sql.raw(tableEnd))
    .addColumn('customer_id', sql.raw(text), (column) => column.primaryKey().notNull())
    .addColumn('items', sql.raw(text), (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull().check(sql`version >= 0`))
    .addColumn('updated_at', sql.raw(text), (column) => column.notNull())
    .execute()
}
