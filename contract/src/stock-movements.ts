import * as z from 'zod/mini'
import { adminProduct } from './catalog.ts'
import { movementMax, noteLengthMax } from './limits.ts'
import { cursor, historyQuery } from './paging.ts'
import { typedText, withoutNul } from './text.ts'

/** Why an administrator moves stock. */
export const ownerReasons = ['receipt', 'return', 'damage', 'loss', 'correction'] as const
/** Every reason there is in the ledger. */
export const movementReasons = [...ownerReasons, 'count', 'sale', 'cancellation'] as const
export type MovementReason = (typeof movementReasons)[number]

/** What brought goods without an order. Codes that the ledger keeps: what a person reads is the storefront's to say. */
export const movementCauses = ['back office', 'opening stock', 'sample catalog'] as const
export type MovementCause = (typeof movementCauses)[number]

const note = z.optional(typedText(noteLengthMax))

/** A body of `POST /api/admin/products/:id/stock-movements`: so many came or went. */
export const stockDelta = z.strictObject({
  delta: z.int().check(
    z.gte(-movementMax),
    z.lte(movementMax),
    z.refine((delta) => delta !== 0, { error: 'expected a number that is not 0' }),
  ),
  reason: z.enum(ownerReasons),
  note,
})
export type StockDelta = z.infer<typeof stockDelta>

/** The other body of the same address: so many were counted when the page showed that version of the stock. */
export const stockCount = z.strictObject({
  countedTo: z.int().check(z.gte(0), z.lte(movementMax)),
  expectedVersion: z.int().check(z.gte(0)),
  reason: z.literal('count'),
  note,
})
export type StockCount = z.infer<typeof stockCount>

/** One row of the ledger. */
export const stockMovement = z.object({
  productId: z.string(),
  productName: z.string(),
  /** The product's version that it made. */
  version: z.int(),
  delta: z.int(),
  stockBefore: z.int(),
  stockAfter: z.int(),
  reason: z.enum(movementReasons),
  /** What it was done for: an order's id, or one of `movementCauses`. */
  cause: z.string(),
  note: z.nullable(z.string()),
  /** Who did it: `shopper`, `shop`, or an administrator's id. */
  actor: z.string(),
  /** The administrator's name or e-mail; null for shoppers, for the shop itself, and for accounts that are gone. */
  actorName: z.nullable(z.string()),
  createdAt: z.iso.datetime(),
})
export type StockMovement = z.infer<typeof stockMovement>

export const stockMovementReply = z.object({
  /** Null when a count found what there is: nothing moved then. */
  movement: z.nullable(stockMovement),
  product: adminProduct,
})
export type StockMovementReply = z.infer<typeof stockMovementReply>

/** The query of `GET /api/admin/stock-movements`: newest first. */
export const stockMovementsQuery = z.strictObject({
  limit: historyQuery.limit,
  cursor,
  product: z.optional(z.string().check(z.maxLength(64), withoutNul)),
})
export type StockMovementsQuery = z.infer<typeof stockMovementsQuery>

export const stockMovementPage = z.object({
  movements: z.array(stockMovement),
  nextCursor: z.nullable(z.string()),
})
export type StockMovementPage = z.infer<typeof stockMovementPage>
