import * as z from 'zod/mini'
import { shortage } from './checkout.ts'
import { problemCodes } from './problems.ts'
import { stockLevel } from './stock-events.ts'

/** One thing that was wrong with a request, and where: `items.0.quantity`. */
export const fieldError = z.object({ path: z.string(), message: z.string() })
export type FieldError = z.infer<typeof fieldError>

/** A refusal as it is answered: RFC 9457 problem details, with our own members. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  code: z.enum(problemCodes),
  requestId: z.string(),
  /** With `invalid_request`. */
  errors: z.optional(z.array(fieldError)),
  /** With `product_not_found`. */
  productIds: z.optional(z.array(z.string())),
  /** With `insufficient_stock`: every short line at once. */
  shortages: z.optional(z.array(shortage)),
  /** With `version_conflict`: what there is now. */
  current: z.optional(stockLevel),
})
export type Problem = z.infer<typeof problem>

/** The members that some refusals carry beside the ones all have. */
export type ProblemDetails = Pick<Problem, 'errors' | 'productIds' | 'shortages' | 'current'>
