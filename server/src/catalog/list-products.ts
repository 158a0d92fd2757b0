import type { Product, ProductPage, ProductQuery } from '@onhand/contract/catalog'
import { type ProductSort, productSorts } from '@onhand/contract/product-sorts'
import { withoutNul } from '@onhand/contract/text'
import * as z from 'zod/mini'
import type { Db } from '../database/database.ts'
import { Refusal } from '../refusal.ts'
import { fold } from './fold.ts'
import {
  countProducts,
  isSortValue,
  type PagePosition,
  type ProductFilter,
  selectProducts,
  sortValue,
} from './queries.ts'
import type { ProductRow } from './tables.ts'

/**
 * One page of the products that fit the query.
 *
 * @throws Refusal `invalid_request` when the cursor is not one that this order of the list gave out
 */
export function listProducts(db: Db, query: ProductQuery): Promise<ProductPage> {
  return pageOfProducts(db, query, 'for sale', toProduct)
}

/** Such a page, of products that are for sale or of all, as one or the other sees them. */
export async function pageOfProducts<T>(
  db: Db,
  query: ProductQuery,
  which: ProductFilter['which'],
  toView: (row: ProductRow) => T,
): Promise<{ products: T[]; nextCursor: string | null; total?: number }> {
  const filter = {
    which,
    words: fold(query.q ?? '')
      .split(/\s+/)
      .filter((word) => word !== ''),
    category: query.category,
    inStockOnly: query.inStock ?? false,
    sort: query.sort,
  }
  const after = query.cursor === undefined ? undefined : readCursor(query.cursor, query.sort)
  const rows = await selectProducts(db, filter, query.limit + 1, after)
  const page = rows.slice(0, query.limit)
  const last = page.at(-1)
  const more = rows.length > page.length && last !== undefined
  return {
    products: page.map(toView),
    nextCursor: more ? writeCursor(last, query.sort) : null,
    ...(query.count && { total: await countProducts(db, filter) }),
  }
}

/** A product as the outside sees it. */
export function toProduct(row: ProductRow): Product {
  return {
    id: row.id,
    slug: row.slug,
    name: row.name,
    description: row.description,
    price: row.price,
    currency: row.currency,
    stock: row.stock,
    version: row.version,
    category: row.category,
    image: row.image_src === null ? null : { src: row.image_src, alt: row.image_alt ?? '' },
  }
}

/** The largest that a column of whole numbers holds on both engines. */
const integerMax = 2 ** 31 - 1

const cursorContent = z.tuple([
  z.nullable(z.enum(productSorts)),
  z.union([z.string().check(withoutNul), z.int().check(z.gte(0), z.lte(integerMax))]),
  z.string().check(z.maxLength(64), withoutNul),
])

function writeCursor(row: ProductRow, sort: ProductSort | undefined): string {
  const content: z.infer<typeof cursorContent> = [sort ?? null, sortValue(row, sort), row.id]
  return Buffer.from(JSON.stringify(content)).toString('base64url')
}

function readCursor(cursor: string, sort: ProductSort | undefined): PagePosition {
  const content = cursorContent.safeParse(parseJson(Buffer.from(cursor, 'base64url').toString()))
  if (!content.success || content.data[0] !== (sort ?? null) || !isSortValue(content.data[1], sort)) {
    const message = 'expected a nextCursor of this same list, with the same sort'
    throw new Refusal('invalid_request', `cursor: ${message}.`, {
      details: { errors: [{ path: 'cursor', message }] },
    })
  }
  const [, value, id] = content.data
  return { value, id }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
