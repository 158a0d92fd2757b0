import { orderLinesMax } from '@onhand/contract/limits'
import * as z from 'zod/mini'
import { type CartLines, cartLine } from './lines.ts'

export const cartKey = 'onhand-cart'

const stored = z.object({ version: z.literal(1), lines: z.array(z.unknown()) })

/** Reads what a browser has kept. Lines that make no sense are dropped; the rest is kept. */
export function parseCart(text: string | null): CartLines {
  const cart = stored.safeParse(parseJson(text))
  if (!cart.success) return []
  const seen = new Set<string>()
  const lines = cart.data.lines.flatMap((raw) => {
    const line = cartLine.safeParse(raw)
    if (!line.success || seen.has(line.data.productId)) return []
    seen.add(line.data.productId)
    return [line.data]
  })
  return lines.slice(0, orderLinesMax)
}

export function formatCart(lines: CartLines): string {
  return JSON.stringify({ version: 1, lines })
}

function parseJson(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null')
  } catch {
    return undefined
  }
}
