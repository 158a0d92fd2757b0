import { type Kysely, sql } from 'kysely'
import type { Spelling } from '../database.ts'

/**
 * Kept answers are numbered as they come, so that the oldest are found without an index of their times, which every checkout
 * had to write.
 */
export async function numberAnswers(db: Kysely<unknown>, spelling: Spelling): Promise<void> {
  const text = sql.raw(spelling.text)
  const columns = sql.raw('owner, key, request_hash, status, body, created_at')
  await db.schema
    .createTable('answers')
    .modifyEnd(sql.raw(spelling.tableEnd))
    .addColumn('id', sql.raw(spelling.rowNumber), (column) => column.primaryKey())
    .addColumn('owner', text, (column) => column.notNull())
    .addColumn('key', text, (column) => column.notNull())
    .addColumn('request_hash', text, (column) => column.notNull())
    .addColumn('status', 'integer', (column) => column.notNull())
    .addColumn('body', text, (column) => column.notNull())
    .addColumn('created_at', text, (column) => column.notNull())
    .addUniqueConstraint('idempotency_keys_unique', ['owner', 'key'])
    .execute()
  await sql`insert into answers (${columns})
    select ${columns} from idempotency_keys order by created_at`.execute(db)
  await db.schema.dropTable('idempotency_keys').execute()
  await db.schema.alterTable('answers').renameTo('idempotency_keys').execute()
}
