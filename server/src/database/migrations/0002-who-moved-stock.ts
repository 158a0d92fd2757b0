import { type Kysely, sql } from 'kysely'
import type { Spelling } from '../database.ts'

/** The ledger tells who moved stock; until now only shoppers and the shop itself did. */
export async function nameActors(db: Kysely<unknown>, { text }: Spelling): Promise<void> {
  await db.schema
    .alterTable('stock_movements')
    .addColumn('actor', sql.raw(text), (column) => column.notNull().defaultTo('shop'))
    .execute()
  await sql`update stock_movements set actor = 'shopper' where reason = 'sale'`.execute(db)
}
