import { isListOf, isText } from '../../lib/shapes.ts'
import { sharedStorage, type TextStorage } from '../../lib/text-storage.ts'

const seenKey = 'onhand-seen'
/** One more than is shown, since the page's own product is among them. */
const seenMax = 5

const isListOfIds = isListOf(isText)

/** The products looked at last, the latest first. */
export function seenProducts(storage: TextStorage = sharedStorage): readonly string[] {
  const stored = parseJson(storage.getItem(seenKey))
  return isListOfIds(stored) && stored.length <= seenMax ? stored : []
}

/** Notes that a product was looked at. */
export function rememberSeen(productId: string, storage: TextStorage = sharedStorage): void {
  const others = seenProducts(storage).filter((id) => id !== productId)
  storage.setItem(seenKey, JSON.stringify([productId, ...others].slice(0, seenMax)))
}

/** Forgets them all. */
export function forgetSeen(storage: TextStorage = sharedStorage): void {
  storage.removeItem(seenKey)
}

function parseJson(text: string | null): unknown {
  try {
    return JSON.parse(text ?? '')
  } catch {
    return undefined
  }
}
