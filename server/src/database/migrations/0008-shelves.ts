import type { Kysely } from 'kysely'

/**
 * What is for sale in each category, in catalog order: read as a list, and counted without the products themselves. Not
 * an index of those for sale alone, which SQLite would also take for a search, twice as slow as reading the table.
 */
export async function sortShelves(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createIndex('products_by_shelf')
    .on('products')
    .columns(['category', 'withdrawn_at', 'position', 'id'])
    .execute()
}
