import type { Product } from '@onhand/contract/catalog'
import { orderLinesMax } from '@onhand/contract/limits'
import { buyingTexts } from '#messages/buying.ts'
import { notify } from '../../components/notify.ts'
import { cart } from './cart-store.ts'
import { whyNothingAdded } from './cart-words.ts'
import { addedNotice, checkSoon } from './check-stock.ts'
import {
  type CartLine,
  type CartLines,
  fitting,
  mended,
  quantityOf,
  replaced,
  undone,
  without,
  withQuantity,
} from './lines.ts'

type Chosen = Pick<Product, 'id' | 'name'>

const noticeAction =
  'inline-flex min-h-8 flex-none items-center rounded-control px-2 font-medium underline underline-offset-4 focus-visible:outline-paper pointer-coarse:min-h-11'

/** Puts pieces into the cart, as many as there are. Returns how many those were, and says why when they are fewer. */
export function addToCart(product: Chosen, quantity: number, stock: number): number {
  const before = quantityOf(cart.lines(), product.id)
  const after = fitting(before + quantity, stock)
  if (after <= before) {
    notify({ id: addedNotice, title: buyingTexts.nothingAdded, description: whyNothingAdded(before, stock) })
    return 0
  }
  if (before === 0 && cart.lines().length >= orderLinesMax) {
    notify({
      id: addedNotice,
      title: buyingTexts.nothingAdded,
      description: buyingTexts.cartHolds(orderLinesMax),
    })
    return 0
  }
  cart.change((lines) => withQuantity(lines, lineOf(product, after)))
  checkSoon(product, { before, after })
  return after - before
}

/** Changes how many are wanted of a product in the cart. */
export function setQuantity(product: Chosen, quantity: number): void {
  const before = quantityOf(cart.lines(), product.id)
  cart.change((lines) => withQuantity(lines, lineOf(product, quantity)))
  if (quantity > before) checkSoon(product, { before, after: quantity })
}

/** Takes a line out; it can be put back where it was for as long as the notice stands. */
export function removeLine(line: CartLine): void {
  undoably(buyingTexts.removed, line.name, (lines) => without(lines, line.productId))
}

/** Puts another product into the place of a line, as many of it as there are; can be undone for as long as the notice stands. */
export function swapLine(line: CartLine, product: Chosen, stock: number): void {
  const quantity = fitting(line.quantity, stock)
  if (quantity === 0) return
  undoably(buyingTexts.swapped, buyingTexts.oneForAnother(line.name, product.name), (lines) =>
    replaced(lines, line.productId, lineOf(product, quantity)),
  )
  checkSoon(product, { before: 0, after: quantity })
}

/** Lowers every line to what is left, and takes out what is sold out, which can be put back for as long as the notice stands. */
export function takeWhatIsLeft(available: ReadonlyMap<string, number>): void {
  const mend = (lines: CartLines): CartLines => mended(lines, available)
  const soldOut = cart.lines().filter(({ productId }) => available.get(productId) === 0)
  if (soldOut.length === 0) cart.change(mend)
  else undoably(buyingTexts.removed, buyingTexts.names(soldOut.map(({ name }) => name)), mend)
}

/** Changes the cart, and offers to take back what this has changed, and nothing that was changed since. */
function undoably(title: string, description: string, change: (lines: CartLines) => CartLines): void {
  const before = cart.lines()
  cart.change(change)
  const after = cart.lines()
  const gone = before.filter(({ productId }) => quantityOf(after, productId) === 0)
  notify({
    title,
    description,
    action: (close) => (
      <button
        type="button"
        className={noticeAction}
        onClick={() => {
          cart.change((lines) => undone(lines, before, after))
          const areBack = gone.every(({ productId }) => quantityOf(cart.lines(), productId) > 0)
          if (areBack) close()
          else notify({ id: addedNotice, title: buyingTexts.cartHolds(orderLinesMax) })
        }}
      >
        {buyingTexts.undo}
      </button>
    ),
  })
}

function lineOf({ id, name }: Chosen, quantity: number): CartLine {
  return { productId: id, name, quantity }
}
