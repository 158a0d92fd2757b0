import * as z from 'zod/mini'

/** Said by a page: that it is there and shows these products, or that it goes. */
export const pageWord = z.discriminatedUnion('word', [
  z.object({
    word: z.literal('hello'),
    page: z.string(),
    productIds: z.array(z.string()),
    /** Somebody looks at the page right now. */
    hurry: z.boolean(),
  }),
  z.object({ word: z.literal('bye'), page: z.string() }),
])
export type PageWord = z.infer<typeof pageWord>
