import type { ProductSort } from '@onhand/contract/product-sorts'
import { type Expression, type ExpressionBuilder, type Insertable, type SqlBool, sql } from 'kysely'
import { compiledOnce } from '../database/compiled-once.ts'
import type { Db } from '../database/database.ts'
import type { Tables } from '../database/tables.ts'
import type { ProductRow } from './tables.ts'

/** Which products, and in which order. */
export interface ProductFilter {
  readonly which: 'for sale' | 'all'
  /** Folded words that must all be found. */
  readonly words: readonly string[]
  readonly category: string | undefined
  readonly inStockOnly: boolean
  readonly sort: ProductSort | undefined
}

/** The last product of the page before: its value in the column sorted by, and its id. */
export interface PagePosition {
  readonly value: string | number
  readonly id: string
}

type SortColumn = 'position' | 'folded_name' | 'price' | 'created_at'

const orders: Record<ProductSort | 'catalog', { column: SortColumn; direction: 'asc' | 'desc' }> = {
  catalog: { column: 'position', direction: 'asc' },
  name: { column: 'folded_name', direction: 'asc' },
  price: { column: 'price', direction: 'asc' },
  '-price': { column: 'price', direction: 'desc' },
  newest: { column: 'created_at', direction: 'desc' },
}

/** Products after `after`, at most `limit`, read along an index so that the last page costs what the first does. */
export function selectProducts(
  db: Db,
  filter: ProductFilter,
  limit: number,
  after: PagePosition | undefined,
): Promise<ProductRow[]> {
  const { column, direction } = orders[filter.sort ?? 'catalog']
  const comparison = sql.raw(direction === 'asc' ? '>' : '<')
  let query = db
    .selectFrom('products')
    .selectAll()
    .where((where) => conditionsOf(where, filter))
  if (after) {
    query = query.where(sql<SqlBool>`(${sql.ref(column)}, id) ${comparison} (${after.value}, ${after.id})`)
  }
  return query.orderBy(column, direction).orderBy('id', direction).limit(limit).execute()
}

export async function countProducts(db: Db, filter: ProductFilter): Promise<number> {
  const query = db
    .selectFrom('products')
    .select((count) => count.fn.countAll<number>().as('total'))
    .where((where) => conditionsOf(where, filter))
  return (await query.executeTakeFirstOrThrow()).total
}

/** The value that places a product in the order of `sort`. */
export function sortValue(row: ProductRow, sort: ProductSort | undefined): string | number {
  return row[orders[sort ?? 'catalog'].column]
}

/** Whether a value can place products in the order of `sort`. */
export function isSortValue(value: string | number, sort: ProductSort | undefined): boolean {
  const { column } = orders[sort ?? 'catalog']
  return (typeof value === 'number') === (column === 'position' || column === 'price')
}

export function selectProduct(db: Db, idOrSlug: string): Promise<ProductRow | undefined> {
  return db
    .selectFrom('products')
    .selectAll()
    .where((where) => where.or([where('id', '=', idOrSlug), where('slug', '=', idOrSlug)]))
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
}

/** Withdrawn or not. */
export function selectProductById(db: Db, id: string): Promise<ProductRow | undefined> {
  return db.selectFrom('products').selectAll().where('id', '=', id).executeTakeFirst()
}

/** The same, kept from others until the transaction ends. */
export function selectLockedProduct(db: Db, id: string): Promise<ProductRow | undefined> {
  return db.selectFrom('products').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
}

export async function isSlugTaken(db: Db, slug: string, exceptId = ''): Promise<boolean> {
  const row = await db
    .selectFrom('products')
    .select('id')
    .where('slug', '=', slug)
    .where('id', '<>', exceptId)
    .executeTakeFirst()
  return row !== undefined
}

/** The currency that all products share; undefined when there is no product. */
export async function selectCurrency(db: Db): Promise<string | undefined> {
  return (await db.selectFrom('products').select('currency').limit(1).executeTakeFirst())?.currency
}

export async function selectLastPosition(db: Db): Promise<number | null> {
  const row = await db
    .selectFrom('products')
    .select((column) => column.fn.max('position').as('last'))
    .executeTakeFirst()
  return row?.last ?? null
}

export async function updateProduct(db: Db, id: string, row: Partial<ProductRow>): Promise<void> {
  await db.updateTable('products').set(row).where('id', '=', id).execute()
}

export function selectCategories(db: Db): Promise<Array<{ name: string; products: number }>> {
  return db
    .selectFrom('products')
    .select(['category as name', (count) => count.fn.countAll<number>().as('products')])
    .where('withdrawn_at', 'is', null)
    .groupBy('category')
    .orderBy('category')
    .execute()
}

/** Locks the rows in the order of their ids, so that two transactions never wait for each other's. */
export const selectOffer = compiledOnce(
  (db, ids: readonly string[]) =>
    db
      .selectFrom('products')
      .select(['id', 'name', 'price', 'currency', 'stock', 'version'])
      .where('id', 'in', ids)
      .where('withdrawn_at', 'is', null)
      .orderBy('id')
      .forUpdate()
      .compile(),
  (ids) => [ids],
)

export function selectFound(
  db: Db,
  ids: readonly string[],
): Promise<Array<Pick<ProductRow, 'id' | 'name' | 'stock'>>> {
  return db
    .selectFrom('products')
    .select(['id', 'name', 'stock'])
    .where('id', 'in', ids)
    .where('withdrawn_at', 'is', null)
    .execute()
}

export function selectAnyProduct(db: Db): Promise<Pick<ProductRow, 'id'> | undefined> {
  return db.selectFrom('products').select('id').limit(1).executeTakeFirst()
}

export async function insertProduct(db: Db, row: Insertable<Tables['products']>): Promise<void> {
  await db.insertInto('products').values(row).execute()
}

function conditionsOf(
  where: ExpressionBuilder<Tables, 'products'>,
  filter: ProductFilter,
): Expression<SqlBool> {
  const conditions: Expression<SqlBool>[] = filter.words.map(contains)
  if (filter.which === 'for sale') conditions.push(where('withdrawn_at', 'is', null))
  if (filter.category !== undefined) conditions.push(where('category', '=', filter.category))
  if (filter.inStockOnly) conditions.push(where('stock', '>', 0))
  return where.and(conditions)
}

function contains(word: string): Expression<SqlBool> {
  const pattern = `%${word.replace(/[\\%_]/g, '\\$&')}%`
  return sql<SqlBool>`search_text like ${pattern} escape '\\'`
}
