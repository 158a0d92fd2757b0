import * as z from 'zod/mini'
import { pageSizeDefault, pageSizeMax, searchLengthMax } from './limits.ts'
import { currency, money } from './money.ts'

export const productSorts = ['name', 'price', '-price', 'newest'] as const
export type ProductSort = (typeof productSorts)[number]

export const product = z.object({
  id: z.string(),
  /** The product's name in an address: lower case letters, digits and hyphens. */
  slug: z.string(),
  name: z.string(),
  description: z.string(),
  price: money,
  currency,
  /** Pieces that can be bought now. */
  stock: z.int().check(z.gte(0)),
  /** Rises by one with every change of this product's stock. */
  version: z.int().check(z.gte(0)),
  category: z.string(),
  image: z.nullable(z.object({ src: z.string(), alt: z.string() })),
})
export type Product = z.infer<typeof product>

export const productReply = z.object({ product })

export const productPage = z.object({
  products: z.array(product),
  /** Give it as `cursor` to read on; null on the last page. */
  nextCursor: z.nullable(z.string()),
})
export type ProductPage = z.infer<typeof productPage>

const wholeNumber = z.string().check(z.regex(/^\d{1,9}$/, 'expected a whole number'))

/** The query of `GET /api/products`, as it stands in the address. */
export const productQuery = z.strictObject({
  q: z.optional(z.string().check(z.trim(), z.maxLength(searchLengthMax))),
  category: z.optional(z.string().check(z.maxLength(searchLengthMax))),
  inStock: z.optional(
    z.pipe(
      z.enum(['true', 'false']),
      z.transform((value) => value === 'true'),
    ),
  ),
  sort: z.optional(z.enum(productSorts)),
  limit: z._default(
    z.pipe(
      wholeNumber,
      z.pipe(
        z.transform((value: string) => Number(value)),
        z.int().check(z.gte(1), z.lte(pageSizeMax)),
      ),
    ),
    pageSizeDefault,
  ),
  cursor: z.optional(z.string().check(z.maxLength(2_000))),
})
export type ProductQuery = z.infer<typeof productQuery>

export const category = z.object({
  name: z.string(),
  /** How many products it holds, sold-out ones included. */
  products: z.int(),
})
export type Category = z.infer<typeof category>

export const categoriesReply = z.object({ categories: z.array(category) })
