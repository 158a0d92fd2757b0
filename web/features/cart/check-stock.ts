import type { Product } from '@onhand/contract/catalog'
import { buyingTexts } from '#messages/buying.ts'
import { notify } from '../../components/notify.ts'
import { isRefusal } from '../../lib/api-errors.ts'
import { showProduct } from '../../lib/api-on-need.ts'
import { stock } from '../../lib/live/live-stock.ts'
import { cart } from './cart-store.ts'
import { quantityOf, rolledBack, withQuantity } from './lines.ts'

/** Several clicks within this time are checked together, and the last one wins. */
const checkAfterMs = 250

/** What was added, and that it was taken back, are told in the same place. */
export const addedNotice = 'added'

interface Change {
  before: number
  after: number
}

const waiting = new Map<string, { before: number; timer: ReturnType<typeof setTimeout> }>()

/** Asks the shop, a moment later, whether there is enough for a change already shown; takes it back if not. */
export function checkSoon(product: Pick<Product, 'id' | 'name'>, change: Change): void {
  const earlier = waiting.get(product.id)
  clearTimeout(earlier?.timer)
  const before = earlier?.before ?? change.before
  const timer = setTimeout(() => {
    waiting.delete(product.id)
    void check(product, { before, after: change.after })
  }, checkAfterMs)
  waiting.set(product.id, { before, timer })
}

async function check({ id, name }: Pick<Product, 'id' | 'name'>, change: Change): Promise<void> {
  const available = await askForStock(id)
  if (available === undefined) return
  const now = quantityOf(cart.lines(), id)
  const right = rolledBack(now, change, available)
  if (right === now) return
  cart.change((lines) => withQuantity(lines, { productId: id, name, quantity: right }))
  notify({ id: addedNotice, ...reason(name, available, right) })
}

/** Pieces there are, 0 for a product that is gone, undefined when the shop did not answer. */
async function askForStock(productId: string): Promise<number | undefined> {
  try {
    const product = await showProduct(productId)
    stock.learn([{ productId, stock: product.stock, version: product.version }])
    return product.stock
  } catch (error) {
    return isRefusal(error, 'product_not_found') ? 0 : undefined
  }
}

function reason(name: string, available: number, kept: number): { title: string; description: string } {
  return {
    title: available === 0 ? buyingTexts.soldOutJustNow(name) : buyingTexts.downTo(name, available),
    description: kept === 0 ? buyingTexts.takenOut : buyingTexts.staysAt(kept),
  }
}
