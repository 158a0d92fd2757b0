import * as z from 'zod/mini'

/** A check of texts: PostgreSQL keeps none with a NUL in it. */
export const withoutNul = z.regex(/^[^\0]*$/, { error: 'expected no NUL characters' })

/** A text of one line or more that a person typed: spaces around it do not count, and nothing is not an answer. */
export function typedText(lengthMax: number) {
  return z.string().check(z.trim(), z.minLength(1), z.maxLength(lengthMax), withoutNul)
}
