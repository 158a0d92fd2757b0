import { type Kysely, sql } from 'kysely'
import type { Spelling } from '../database.ts'

/** Tries at passwords and mails, counted by all processes together. */
export async function countTries(db: Kysely<unknown>, { text, tableEnd }: Spelling): Promise<void> {
  await db.schema
    .createTable('tries')
    .modifyEnd(sql.raw(tableEnd))
    .addColumn('id', sql.raw(text), (column) => column.primaryKey().notNull())
    .addColumn('tries', 'integer', (column) => column.notNull())
    .addColumn('expires_at', sql.raw(text), (column) => column.notNull())
    .execute()
}
