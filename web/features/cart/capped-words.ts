import type { CappedLine } from '@onhand/contract/cart'
import { cartTexts } from '#messages/cart.ts'

/** What became of a line when a guest's cart was put into the kept one. */
export function cappedWords({ name, wanted, kept }: CappedLine): string {
  if (kept === 0) return cartTexts.leftOut(name)
  return cartTexts.keptOf(name, kept, wanted)
}
