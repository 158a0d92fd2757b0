import * as z from 'zod/mini'

/** A check of texts: PostgreSQL keeps none with a NUL in it. */
export const withoutNul = z.regex(/^[^\0]*$/, { error: 'expected no NUL characters' })
