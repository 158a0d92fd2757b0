import * as z from 'zod/mini'
import { email } from './email.ts'
import { idempotencyKeyLengthMax, nameLengthMax, orderLinesMax, quantityMax } from './limits.ts'
import { withoutNul } from './text.ts'

export const checkoutItem = z.strictObject({
  productId: z.string().check(z.minLength(1), z.maxLength(64), withoutNul),
  quantity: z.int().check(z.gte(1), z.lte(quantityMax)),
})
export type CheckoutItem = z.infer<typeof checkoutItem>

export const contact = z.strictObject({
  email,
  name: z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(nameLengthMax), withoutNul)),
})
export type Contact = z.infer<typeof contact>

/** The body of `POST /api/cart/checkout`. Prices, totals and owners are not in it: the server knows them. */
export const checkoutRequest = z.strictObject({
  items: z.array(checkoutItem).check(
    z.minLength(1),
    z.maxLength(orderLinesMax),
    z.refine((items) => new Set(items.map((item) => item.productId)).size === items.length, {
      error: 'the same product stands in it twice; add the quantities up in one item',
    }),
  ),
  contact: z.optional(contact),
})
export type CheckoutRequest = z.infer<typeof checkoutRequest>

/** The value of the header `Idempotency-Key`. */
export const idempotencyKey = z.string().check(
  z.regex(new RegExp(`^[\\x21-\\x7e]{1,${idempotencyKeyLengthMax}}$`), {
    error: `expected 1 to ${idempotencyKeyLengthMax} visible ASCII characters`,
  }),
)

/** One line of a cart that asks for more than there is. */
export const shortage = z.object({
  productId: z.string(),
  name: z.string(),
  requested: z.int(),
  /** Pieces there were at that moment; 0 means sold out. */
  available: z.int(),
  /** The version of the product's stock that `available` was read at. */
  version: z.int(),
})
export type Shortage = z.infer<typeof shortage>
