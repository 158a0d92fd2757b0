import * as z from 'zod/mini'

/** An amount in the minor unit of its currency, such as cents. Never a fraction. */
export const money = z.int().check(z.gte(0))

/** An ISO 4217 currency code, such as `EUR`. */
export const currency = z.string().check(z.regex(/^[A-Z]{3}$/))
