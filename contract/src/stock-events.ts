import * as z from 'zod/mini'
import { streamProductsMax } from './limits.ts'

/** What there is of a product, and since which change. Of two, the one with the higher version is true. */
export const stockLevel = z.object({
  productId: z.string(),
  stock: z.int(),
  version: z.int(),
})
export type StockLevel = z.infer<typeof stockLevel>

/** How often what is said of products was changed: of two states of the catalog, the one with the higher number is newer. */
const catalogRevision = z.int()

/** The data of `event: snapshot`, and the answer of `GET /api/stock`: all that was asked for and is for sale. */
export const stockSnapshot = z.object({
  stock: z.array(stockLevel),
  /** What was changed up to this one is not told any more; in a stream, only with `catalog=all`. */
  catalogRevision: z.optional(catalogRevision),
})
export type StockSnapshot = z.infer<typeof stockSnapshot>

/** The data of `event: stock`: what changed since the event before. */
export const stockChanges = z.object({ changes: z.array(stockLevel) })

/** Product ids, separated by commas. */
const productIds = z.pipe(
  z.pipe(
    z.string().check(z.maxLength(streamProductsMax * 65)),
    z.transform((ids: string) => ids.split(',').filter((id) => id !== '')),
  ),
  z.array(z.string()).check(z.minLength(1), z.maxLength(streamProductsMax)),
)

/** The query of `GET /api/stock`. */
export const stockQuery = z.strictObject({ products: productIds })

/** The query of `GET /api/stock/stream`. */
export const stockStreamQuery = z.strictObject({
  products: z.optional(productIds),
  /** With `all`, the news of the whole catalog comes also where only some products are named: a new one has no known id. */
  catalog: z.optional(z.literal('all')),
  lastEventId: z.optional(z.string().check(z.maxLength(100))),
})

export const catalogEvents = ['created', 'updated', 'withdrawn'] as const

/** The data of `event: catalog`: a product to fetch anew, or to take away. One that is put back is `created` again. */
export const catalogChange = z.object({
  productId: z.string(),
  change: z.enum(catalogEvents),
  /** The state of the catalog that this change made; only with `catalog=all`. */
  catalogRevision: z.optional(catalogRevision),
})
export type CatalogChange = z.infer<typeof catalogChange>

/** The header in which an answer about products says of which state of the catalog it is, or of an older one. */
export const catalogRevisionHeader = 'Catalog-Revision'
