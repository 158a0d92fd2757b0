import * as z from 'zod/mini'
import { currency, money } from './money.ts'

export const orderStatuses = ['placed'] as const

export const orderItem = z.object({
  productId: z.string(),
  /** The product's name when it was bought. */
  name: z.string(),
  quantity: z.int(),
  /** The price of one piece when it was bought. */
  unitPrice: money,
  total: money,
})
export type OrderItem = z.infer<typeof orderItem>

export const order = z.object({
  id: z.string(),
  status: z.enum(orderStatuses),
  items: z.array(orderItem),
  total: money,
  currency,
  createdAt: z.iso.datetime(),
  /** Opens a guest's order (`?token=`). Stands only in the answer to a guest's checkout. */
  accessToken: z.optional(z.string()),
})
export type Order = z.infer<typeof order>

export const orderReply = z.object({ order })

/** The query of `GET /api/orders/:id`. */
export const orderQuery = z.strictObject({
  token: z.optional(z.string().check(z.maxLength(200))),
})
