import { type Kysely, sql } from 'kysely'
import type { Spelling } from '../database.ts'

/**
 * Every change of what is said of a product has a number, counted in one row: who changes the catalog waits for whoever
 * does so at the moment. So whoever has seen a number has seen all smaller ones too.
 */
export async function countRevisions(db: Kysely<unknown>, { tableEnd }: Spelling): Promise<void> {
  await db.schema
    .alterTable('products')
    .addColumn('revision', 'integer', (column) => column.notNull().defaultTo(0))
    .execute()
  await db.schema
    .createTable('catalog_revision')
    .modifyEnd(sql.raw(tableEnd))
    .addColumn('id', 'integer', (column) => column.primaryKey().check(sql`id = 1`))
    .addColumn('revision', 'integer', (column) => column.notNull())
    .execute()
  await sql`insert into catalog_revision (id, revision) values (1, 0)`.execute(db)
}
