import { type CreateTableBuilder, type Kysely, type RawBuilder, sql } from 'kysely'
import type { Spelling } from '../database.ts'

/** Products, orders with their lines, the ledger of stock movements, and the answers kept for repeated requests. */
export async function createShop(db: Kysely<unknown>, spelling: Spelling): Promise<void> {
  const types = { text: sql.raw(spelling.text), largeInteger: sql.raw(spelling.largeInteger) }
  const table = (name: string) => db.schema.createTable(name).modifyEnd(sql.raw(spelling.tableEnd))
  await createProducts(db, table('products'), types)
  await createStockMovements(table('stock_movements'), types)
  await createOrders(table('orders'), table('order_lines'), types)
  await createKeptAnswers(db, table('idempotency_keys'), types)
}

type Table = CreateTableBuilder<string, never>
type Types = Record<'text' | 'largeInteger', RawBuilder<unknown>>

async function createProducts(db: Kysely<unknown>, products: Table, { text }: Types): Promise<void> {
  await products
    .addColumn('id', text, (column) => column.primaryKey().notNull())
    .addColumn('slug', text, (column) => column.notNull().unique())
    .addColumn('name', text, (column) => column.notNull())
    .addColumn('description', text, (column) => column.notNull())
    .addColumn('price', 'integer', (column) => column.notNull().check(sql`price >= 0`))
    .addColumn('currency', text, (column) => column.notNull())
    .addColumn('stock', 'integer', (column) => column.notNull().check(sql`stock >= 0`))
    .addColumn('version', 'integer', (column) => column.notNull().check(sql`version >= 0`))
    .addColumn('category', text, (column) => column.notNull())
    .addColumn('image_src', text)
    .addColumn('image_alt', text)
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('folded_name', text, (column) => column.notNull())
    .addColumn('search_text', text, (column) => column.notNull())
    .addColumn('created_at', text, (column) => column.notNull())
    .execute()
  for (const column of ['position', 'folded_name', 'price', 'created_at', 'category']) {
    await db.schema.createIndex(`products_by_${column}`).on('products').columns([column, 'id']).execute()
  }
}

async function createStockMovements(movements: Table, { text }: Types): Promise<void> {
  await movements
    .addColumn('product_id', text, (column) => column.notNull().references('products.id'))
    .addColumn('version', 'integer', (column) => column.notNull().check(sql`version >= 1`))
    .addColumn('delta', 'integer', (column) => column.notNull().check(sql`delta <> 0`))
    .addColumn('stock_after', 'integer', (column) => column.notNull().check(sql`stock_after >= 0`))
    .addColumn('reason', text, (column) => column.notNull())
    .addColumn('cause', text, (column) => column.notNull())
    .addColumn('created_at', text, (column) => column.notNull())
    .addPrimaryKeyConstraint('stock_movements_pk', ['product_id', 'version'])
    .execute()
}

async function createOrders(orders: Table, lines: Table, { text, largeInteger }: Types): Promise<void> {
  await orders
    .addColumn('id', text, (column) => column.primaryKey().notNull())
    .addColumn('status', text, (column) => column.notNull())
    .addColumn('total', largeInteger, (column) => column.notNull().check(sql`total >= 0`))
    .addColumn('currency', text, (column) => column.notNull())
    .addColumn('email', text)
    .addColumn('customer_name', text)
    .addColumn('access_token_hash', text, (column) => column.notNull())
    .addColumn('created_at', text, (column) => column.notNull())
    .execute()
  await lines
    .addColumn('order_id', text, (column) => column.notNull().references('orders.id'))
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('product_id', text, (column) => column.notNull().references('products.id'))
    .addColumn('name', text, (column) => column.notNull())
    .addColumn('quantity', 'integer', (column) => column.notNull().check(sql`quantity >= 1`))
    .addColumn('unit_price', 'integer', (column) => column.notNull().check(sql`unit_price >= 0`))
    .addPrimaryKeyConstraint('order_lines_pk', ['order_id', 'position'])
    .execute()
}

async function createKeptAnswers(db: Kysely<unknown>, answers: Table, { text }: Types): Promise<void> {
  await answers
    .addColumn('owner', text, (column) => column.notNull())
    .addColumn('key', text, (column) => column.notNull())
    .addColumn('request_hash', text, (column) => column.notNull())
    .addColumn('status', 'integer', (column) => column.notNull())
    .addColumn('body', text, (column) => column.notNull())
    .addColumn('created_at', text, (column) => column.notNull())
    .addPrimaryKeyConstraint('idempotency_keys_pk', ['owner', 'key'])
    .execute()
  await db.schema.createIndex('idempotency_keys_by_age').on('idempotency_keys').column('created_at').execute()
}
