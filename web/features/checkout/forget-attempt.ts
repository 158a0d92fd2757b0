import { isObjectOf, isText } from '../../lib/shapes.ts'
import type { TextStorage } from '../../lib/text-storage.ts'

/** Where the attempt to buy something is kept. */
export const attemptKey = 'onhand-checkout-attempt'

const isOfShopper = isObjectOf({ shopper: isText })

/** To be called when a shopper leaves: their attempt tells what they bought. */
export function forgetShoppersAttempt(storage: TextStorage): void {
  try {
    if (!isOfShopper(JSON.parse(storage.getItem(attemptKey) ?? 'null'))) return
  } catch {
    // What cannot be read is sent by nobody; the next attempt takes its place.
    return
  }
  storage.removeItem(attemptKey)
}
