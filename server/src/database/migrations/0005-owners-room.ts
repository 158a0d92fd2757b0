import { type Kysely, sql } from 'kysely'
import type { Spelling } from '../database.ts'

/** The owner says why stock moved, withdraws products, and looks back at what was done in the stockroom. */
export async function openOwnersRoom(db: Kysely<unknown>, { text }: Spelling): Promise<void> {
  await db.schema.alterTable('stock_movements').addColumn('note', sql.raw(text)).execute()
  await db.schema.alterTable('products').addColumn('withdrawn_at', sql.raw(text)).execute()
  // Without the sales, so that a checkout has nothing more to write.
  await db.schema
    .createIndex('stock_movements_but_sales')
    .on('stock_movements')
    .columns(['created_at', 'product_id', 'version'])
    .where(sql<string>`reason`, '<>', sql.lit('sale'))
    .execute()
}
