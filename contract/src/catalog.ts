import * as z from 'zod/mini'
import {
  descriptionLengthMax,
  movementMax,
  pageSizeDefault,
  pageSizeMax,
  priceMax,
  productNameLengthMax,
  searchLengthMax,
} from './limits.ts'
import { currency, money } from './money.ts'
import { cursor, limitUpTo } from './paging.ts'
import { productSorts } from './product-sorts.ts'
import { typedText, withoutNul } from './text.ts'

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
  /** How many products fit the query on all its pages; only when `count` was asked for. */
  total: z.optional(z.int()),
})
export type ProductPage = z.infer<typeof productPage>

const truth = z.pipe(
  z.enum(['true', 'false']),
  z.transform((value) => value === 'true'),
)

/** The query of `GET /api/products`, as it stands in the address. */
export const productQuery = z.strictObject({
  q: z.optional(z.string().check(z.trim(), z.maxLength(searchLengthMax))),
  category: z.optional(z.string().check(z.maxLength(searchLengthMax))),
  inStock: z.optional(truth),
  /** With `true`, the page tells how many products there are on all pages. */
  count: z.optional(truth),
  sort: z.optional(z.enum(productSorts)),
  limit: limitUpTo(pageSizeMax, pageSizeDefault),
  cursor,
})
export type ProductQuery = z.infer<typeof productQuery>

export const category = z.object({
  name: z.string(),
  /** How many products it holds, sold-out ones included. */
  products: z.int(),
})
export type Category = z.infer<typeof category>

export const categoriesReply = z.object({ categories: z.array(category) })
export type CategoriesReply = z.infer<typeof categoriesReply>

/** A product as administrators see it: withdrawn ones too. */
export const adminProduct = z.extend(product, {
  /** A withdrawn product is in no list and cannot be bought; its orders and its ledger stay. */
  withdrawn: z.boolean(),
})
export type AdminProduct = z.infer<typeof adminProduct>

export const adminProductReply = z.object({ product: adminProduct })

export const adminProductPage = z.object({
  products: z.array(adminProduct),
  nextCursor: z.nullable(z.string()),
})
export type AdminProductPage = z.infer<typeof adminProductPage>

const slug = z.string().check(
  z.maxLength(productNameLengthMax),
  z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, {
    error: 'expected lower case letters and digits, with single hyphens between them',
  }),
)
const price = money.check(z.lte(priceMax))
const description = z.string().check(z.trim(), z.maxLength(descriptionLengthMax), withoutNul)
const image = z.nullable(
  z.strictObject({
    /** A file of the shop's own (`/images/…`): its pages load no others. */
    src: z.string().check(
      z.maxLength(2_000),
      z.regex(/^\/[^/\\\s\0][^\s\0]*$/, {
        error: 'expected a path of this shop, which begins with one /',
      }),
    ),
    /** What the picture shows, for those who do not see it. */
    alt: z.string().check(z.trim(), z.maxLength(productNameLengthMax), withoutNul),
  }),
)

/** The body of `POST /api/admin/products`. */
export const newProduct = z.strictObject({
  name: typedText(productNameLengthMax),
  price,
  /** Made from the name when it is left out. */
  slug: z.optional(slug),
  description: z._default(description, ''),
  category: z._default(typedText(productNameLengthMax), 'Other'),
  image: z._default(image, null),
  /** The currency of the shop, which all products share; left out, it is that one. */
  currency: z.optional(currency),
  /** The pieces there are to begin with: the product's first receipt. */
  stock: z._default(z.int().check(z.gte(0), z.lte(movementMax)), 0),
})
export type NewProduct = z.infer<typeof newProduct>

/** The body of `PATCH /api/admin/products/:id`: what is left out stays as it is. */
export const productChange = z
  .strictObject({
    name: z.optional(typedText(productNameLengthMax)),
    slug: z.optional(slug),
    description: z.optional(description),
    price: z.optional(price),
    category: z.optional(typedText(productNameLengthMax)),
    image: z.optional(image),
    withdrawn: z.optional(z.boolean()),
  })
  .check(z.refine((change) => Object.keys(change).length > 0, { error: 'expected something to change' }))
export type ProductChange = z.infer<typeof productChange>
