import * as z from 'zod/mini'
import { checkoutItem } from './checkout.ts'
import { orderLinesMax } from './limits.ts'

const items = z.array(checkoutItem).check(
  z.maxLength(orderLinesMax),
  z.refine((lines) => new Set(lines.map((item) => item.productId)).size === lines.length, {
    error: 'the same product stands in it twice; add the quantities up in one item',
  }),
)

/** The body of `PUT /api/cart`, which replaces the kept cart, and of `POST /api/cart/merge`, which adds to it. */
export const cartRequest = z.strictObject({ items })

/** The signed-in shopper's kept cart: the answer of `GET` and `PUT /api/cart`, and the data of `event: cart`. */
export const cart = z.object({
  items: z.array(z.object({ productId: z.string(), quantity: z.int() })),
  /** Rises by one with every change; of two, the one with the higher version is true. 0 when none was kept yet. */
  version: z.int(),
})
export type Cart = z.infer<typeof cart>

/** A line that could not be merged whole. */
export const cappedLine = z.object({
  productId: z.string(),
  name: z.string(),
  /** Both carts together. */
  wanted: z.int(),
  /** What is in the cart now; 0 when nothing is. */
  kept: z.int(),
})
export type CappedLine = z.infer<typeof cappedLine>

/** The answer of `POST /api/cart/merge`. */
export const cartMergeReply = z.extend(cart, { capped: z.array(cappedLine) })
export type CartMergeReply = z.infer<typeof cartMergeReply>
