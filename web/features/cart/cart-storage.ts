import { orderLinesMax } from '@onhand/contract/limits'
import * as z from 'zod/mini'
import { type CartLines, cartLine } from './lines.ts'

export const cartKey = 'onhand-cart'

/** A guest's cart as it was sent to be merged, and the key under which the shop knows it, however often it is sent. */
const merging = z.object({ key: z.string(), lines: z.readonly(z.array(cartLine)) })
export type Merging = z.infer<typeof merging>

const ofShopper = {
  /** The shopper whose cart this is. */
  shopper: z.string(),
  /** The version of the kept cart that was seen last. */
  version: z.int(),
}

/**
 * How a browser's cart stands to the one that the shop keeps for a shopper. `changed`: the shop does not know all of it
 * yet. `merging`: a guest's cart is on its way into the kept one.
 */
const kept = z.union([
  z.object({ ...ofShopper, state: z.enum(['same', 'changed']) }),
  z.object({ ...ofShopper, state: z.literal('merging'), merging }),
])
export type Kept = z.infer<typeof kept>

/** What a browser holds: lines, and whose kept cart they are; a guest's are nobody's. */
export interface StoredCart {
  lines: CartLines
  kept?: Kept | undefined
}

const stored = z.object({ version: z.literal(1), lines: z.array(z.unknown()), kept: z.optional(z.unknown()) })

/** Reads what a browser has kept. Lines that make no sense are dropped; the rest is kept. */
export function parseCart(text: string | null): StoredCart {
  const cart = stored.safeParse(parseJson(text))
  if (!cart.success) return { lines: [] }
  const seen = new Set<string>()
  const lines = cart.data.lines.flatMap((raw) => {
    const line = cartLine.safeParse(raw)
    if (!line.success || seen.has(line.data.productId)) return []
    seen.add(line.data.productId)
    return [line.data]
  })
  const known = kept.safeParse(cart.data.kept)
  return { lines: lines.slice(0, orderLinesMax), ...(known.success && { kept: known.data }) }
}

export function formatCart(cart: StoredCart): string {
  return JSON.stringify({ version: 1, ...cart })
}

function parseJson(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null')
  } catch {
    return undefined
  }
}
