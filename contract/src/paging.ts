import * as z from 'zod/mini'
import { historyPageSizeDefault, historyPageSizeMax } from './limits.ts'

/** A number as it stands in an address, from 1 to `max`. */
export function limitUpTo(max: number, byDefault: number) {
  return z._default(
    z.pipe(
      z.string().check(z.regex(/^\d{1,9}$/, 'expected a whole number')),
      z.pipe(
        z.transform((value: string) => Number(value)),
        z.int().check(z.gte(1), z.lte(max)),
      ),
    ),
    byDefault,
  )
}

/** The `nextCursor` of the page before. */
export const cursor = z.optional(z.string().check(z.maxLength(2_000)))

/** What every list of things that happened takes. */
export const historyQuery = { limit: limitUpTo(historyPageSizeMax, historyPageSizeDefault), cursor }
