import * as z from 'zod/mini'

/** A check of texts: PostgreSQL keeps none with a NUL, or half of a character of two UTF-16 units, in it. */
export const withoutNul = z.regex(/^[^\0\p{Surrogate}]*$/u, {
  error: 'expected no NUL characters and no lone surrogates',
})

/** A text of one line or more that a person typed: spaces around it do not count, and nothing is not an answer. */
export function typedText(lengthMax: number) {
  return z.string().check(z.trim(), z.minLength(1), z.maxLength(lengthMax), withoutNul)
}
