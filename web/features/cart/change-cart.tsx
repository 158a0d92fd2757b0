import type { Product } from '@onhand/contract/catalog'
import { orderLinesMax } from '@onhand/contract/limits'
import Link from 'next/link'
import { notify } from '../../components/toasts.tsx'
import { cart } from './cart-store.ts'
import { addedTitle, whyNothingAdded } from './cart-words.ts'
import { addedNotice, checkSoon } from './check-stock.ts'
import { type CartLine, type CartLines, fitting, mended, quantityOf, without, withQuantity } from './lines.ts'

type Chosen = Pick<Product, 'id' | 'name'>

const noticeAction =
  'inline-flex min-h-8 flex-none items-center rounded-control px-2 font-medium underline underline-offset-4 focus-visible:outline-paper pointer-coarse:min-h-11'

/** Puts pieces into the cart, as many as there are, and says so. */
export function addToCart(product: Chosen, quantity: number, stock: number): void {
  const before = quantityOf(cart.lines(), product.id)
  const after = fitting(before + quantity, stock)
  if (after <= before) {
    notify({
      id: addedNotice,
      title: 'Nothing added',
      description: whyNothingAdded(before, stock),
    })
    return
  }
  if (before === 0 && cart.lines().length >= orderLinesMax) {
    notify({
      id: addedNotice,
      title: 'Nothing added',
      description: `A cart holds ${orderLinesMax} products.`,
    })
    return
  }
  cart.change((lines) => withQuantity(lines, lineOf(product, after)))
  notify({
    id: addedNotice,
    title: addedTitle(after - before, quantity, stock),
    description: product.name,
    action: (close) => (
      <Link href="/cart" onClick={close} className={noticeAction}>
        View cart
      </Link>
    ),
  })
  checkSoon(product, { before, after })
}

/** Changes how many are wanted of a product in the cart. */
export function setQuantity(product: Chosen, quantity: number): void {
  const before = quantityOf(cart.lines(), product.id)
  cart.change((lines) => withQuantity(lines, lineOf(product, quantity)))
  if (quantity > before) checkSoon(product, { before, after: quantity })
}

/** Takes a line out; it can be put back where it was for as long as the notice stands. */
export function removeLine(line: CartLine): void {
  const index = cart.lines().findIndex((known) => known.productId === line.productId)
  cart.change((lines) => without(lines, line.productId))
  notify({
    title: 'Removed',
    description: line.name,
    action: (close) => (
      <button
        type="button"
        className={noticeAction}
        onClick={() => {
          cart.change((lines) => withQuantity(lines, line, index))
          close()
        }}
      >
        Undo
      </button>
    ),
  })
}

/** Lowers every line to what is left, and takes out what is sold out. */
export function takeWhatIsLeft(available: ReadonlyMap<string, number>): void {
  cart.change((lines: CartLines) => mended(lines, available))
}

function lineOf({ id, name }: Chosen, quantity: number): CartLine {
  return { productId: id, name, quantity }
}
