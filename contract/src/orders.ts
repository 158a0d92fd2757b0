import * as z from 'zod/mini'
import { emailLengthMax } from './limits.ts'
import { currency, money } from './money.ts'
import { historyQuery } from './paging.ts'
import { withoutNul } from './text.ts'

export const orderStatuses = ['placed', 'cancelled'] as const

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

/** The query of `GET /api/orders`: the shopper's own, newest first. */
export const ordersQuery = z.strictObject(historyQuery)

export const orderPage = z.object({ orders: z.array(order), nextCursor: z.nullable(z.string()) })
export type OrderPage = z.infer<typeof orderPage>

/** The body of `PUT /api/orders/:id/owner`: who is signed in and holds the token makes a guest's order his own. */
export const claimRequest = z.strictObject({
  accessToken: z.string().check(z.minLength(1), z.maxLength(200)),
})

/** An order as administrators see it. */
export const adminOrder = z.extend(order, {
  /** What was given at checkout; null when nothing was, or when the person was forgotten. */
  email: z.nullable(z.string()),
  customerName: z.nullable(z.string()),
  /** The account it belongs to; null for a guest's. */
  customerId: z.nullable(z.string()),
})
export type AdminOrder = z.infer<typeof adminOrder>

export const adminOrderReply = z.object({ order: adminOrder })

/** The answer of `POST /api/admin/orders/:id/cancellation`. */
export const cancellationReply = z.object({
  order: adminOrder,
  /** False when it had been cancelled before: its pieces came back then, and nothing moved now. */
  isNew: z.boolean(),
})
export type CancellationReply = z.infer<typeof cancellationReply>

/** The query of `GET /api/admin/orders`: newest first. */
export const adminOrdersQuery = z.strictObject({
  ...historyQuery,
  /** An order's id or number, or a part of an e-mail address. */
  q: z.optional(z.string().check(z.trim(), z.maxLength(emailLengthMax), withoutNul)),
  status: z.optional(z.enum(orderStatuses)),
})
export type AdminOrdersQuery = z.infer<typeof adminOrdersQuery>

export const adminOrderPage = z.object({ orders: z.array(adminOrder), nextCursor: z.nullable(z.string()) })
export type AdminOrderPage = z.infer<typeof adminOrderPage>
