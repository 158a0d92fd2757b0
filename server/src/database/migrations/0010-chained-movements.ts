import { type CreateTableBuilder, type Kysely, sql } from 'kysely'
import type { Spelling } from '../database.ts'

/**
 * The ledger is written at its end alone, and each movement names the one before it of the same product. Its former key, product
 * and version, had a place of its own for each product, and so a page of its own to write (decision 25).
 */
export async function chainMovements(db: Kysely<unknown>, spelling: Spelling): Promise<void> {
  await createMovements(db.schema.createTable('movements').modifyEnd(sql.raw(spelling.tableEnd)), spelling)
  await copyMovements(db)
  await nameLastMovements(db, spelling)
  await db.schema.dropTable('stock_movements').execute()
  await db.schema.alterTable('movements').renameTo('stock_movements').execute()
  // Without the sales, so that a checkout has nothing more to write.
  await db.schema
    .createIndex('stock_movements_but_sales')
    .on('stock_movements')
    .column('id')
    .where(sql<string>`reason`, '<>', sql.lit('sale'))
    .execute()
}

async function createMovements(
  movements: CreateTableBuilder<string, never>,
  spelling: Spelling,
): Promise<void> {
  const text = sql.raw(spelling.text)
  await movements
    .addColumn('id', sql.raw(spelling.rowNumber), (column) => column.primaryKey())
    .addColumn('product_id', text, (column) => column.notNull().references('products.id'))
    .addColumn('version', 'integer', (column) => column.notNull().check(sql`version >= 1`))
    .addColumn('delta', 'integer', (column) => column.notNull().check(sql`delta <> 0`))
    .addColumn('stock_after', 'integer', (column) => column.notNull().check(sql`stock_after >= 0`))
    .addColumn('reason', text, (column) => column.notNull())
    .addColumn('cause', text, (column) => column.notNull())
    .addColumn('actor', text, (column) => column.notNull())
    .addColumn('note', text)
    .addColumn('created_at', text, (column) => column.notNull())
    .addColumn('previous_id', sql.raw(spelling.largeInteger))
    // So that a process of an older version, which knows of no chain, breaks none.
    .addCheckConstraint('stock_movements_chained', sql`version = 1 or previous_id is not null`)
    .execute()
}

async function copyMovements(db: Kysely<unknown>): Promise<void> {
  const columns = sql.raw('product_id, version, delta, stock_after, reason, cause, actor, note, created_at')
  // The chain needs the numbers, which the rows have only when they are there.
  await sql`insert into movements (${columns}, previous_id)
    select ${columns}, case when version > 1 then 0 end
    from stock_movements order by created_at, product_id, version`.execute(db)
  await sql`update movements set previous_id = chain.previous_id from (
      select id, lag(id) over (partition by product_id order by version) as previous_id from movements
    ) as chain where chain.id = movements.id and chain.previous_id is not null`.execute(db)
}

async function nameLastMovements(db: Kysely<unknown>, { largeInteger }: Spelling): Promise<void> {
  for (const column of ['last_movement_id', 'earlier_movement_id']) {
    await db.schema.alterTable('products').addColumn(column, sql.raw(largeInteger)).execute()
  }
  await sql`update products set last_movement_id = movements.id from movements
    where movements.product_id = products.id and movements.version = products.version`.execute(db)
}
