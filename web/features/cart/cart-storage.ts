import { orderLinesMax, quantityMax } from '@onhand/contract/limits'
import {
  isAnything,
  isEither,
  isListOf,
  isObjectOf,
  isOneOf,
  isText,
  isWhole,
  type Shape,
  type Shaped,
} from '../../lib/shapes.ts'
import type { CartLine, CartLines } from './lines.ts'

export const cartKey = 'onhand-cart'

const hasLine = isObjectOf({ productId: isText, name: isText, quantity: isWhole })

const isLine: Shape<CartLine> = (value): value is CartLine =>
  hasLine(value) &&
  isWithin(value.productId.length, 1, 64) &&
  isWithin(value.name.length, 0, 500) &&
  isWithin(value.quantity, 1, quantityMax)

/**
 * A guest's cart as it was sent to be merged, the key under which the shop knows it, however often it is sent, and when that
 * began, since the shop forgets keys.
 */
const isMerging = isObjectOf({ key: isText, beganMs: isWhole, lines: isListOf(isLine) })
export type Merging = Shaped<typeof isMerging>

const ofShopper = {
  /** The shopper whose cart this is. */
  shopper: isText,
  /** The version of the kept cart that was seen last. */
  version: isWhole,
}

/**
 * How a browser's cart stands to the one that the shop keeps for a shopper. `changed`: the shop does not know all of it
 * yet. `merging`: a guest's cart is on its way into the kept one.
 */
const isKept = isEither(
  isObjectOf({ ...ofShopper, state: isOneOf('same', 'changed') }),
  isObjectOf({ ...ofShopper, state: isOneOf('merging'), merging: isMerging }),
)
export type Kept = Shaped<typeof isKept>

/** What a browser holds: lines, and whose kept cart they are; a guest's are nobody's. */
export interface StoredCart {
  lines: CartLines
  kept?: Kept | undefined
}

const isStored = isObjectOf({ version: isOneOf(1), lines: isListOf(isAnything), kept: isAnything })

/** Reads what a browser has kept. Lines that make no sense are dropped; the rest is kept. */
export function parseCart(text: string | null): StoredCart {
  const cart = parseJson(text)
  if (!isStored(cart)) return { lines: [] }
  const seen = new Set<string>()
  const lines = cart.lines.filter(isLine).filter(({ productId }) => {
    const isNew = !seen.has(productId)
    seen.add(productId)
    return isNew
  })
  return { lines: lines.slice(0, orderLinesMax), ...(isKept(cart.kept) && { kept: cart.kept }) }
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

function isWithin(number: number, min: number, max: number): boolean {
  return number >= min && number <= max
}
