import { type Kysely, sql } from 'kysely'
import type { Spelling } from '../database.ts'

/** An order may belong to an account. Ids rise with time, so that one index finds a shopper's newest orders. */
export async function nameCustomers(db: Kysely<unknown>, { text }: Spelling): Promise<void> {
  // No foreign key: a token may outlive its account for minutes, and must not break the batch it buys in.
  await db.schema.alterTable('orders').addColumn('customer_id', sql.raw(text)).execute()
  await db.schema
    .createIndex('orders_by_customer')
    .on('orders')
    .columns(['customer_id', 'id'])
    .where(sql.ref('customer_id'), 'is not', null)
    .execute()
}
