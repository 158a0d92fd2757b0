import type { CappedLine, Cart, CartMergeReply } from '@onhand/contract/cart'
import { orderLinesMax, quantityMax } from '@onhand/contract/limits'
import { requireAccount } from '../accounts/has-account.ts'
import { type FoundProduct, findProducts } from '../catalog/find-products.ts'
import type { Transaction } from '../database/transaction.ts'
import type { CartNews } from './cart-news.ts'
import { selectLockedCart, upsertCart } from './queries.ts'

type Items = Cart['items']

/**
 * Folds a guest's cart into the kept one: quantities are added up, and capped at what there is and what one order takes.
 *
 * @returns the cart, and the lines of which there is less in it than was wanted
 * @throws Refusal `invalid_token` when the account is deleted
 */
export async function mergeCart(
  tx: Transaction,
  news: CartNews,
  customerId: string,
  guestItems: Items,
): Promise<CartMergeReply> {
  await requireAccount(tx, customerId)
  const { items: keptItems } = await selectLockedCart(tx.db, customerId)
  const ids = guestItems.map(({ productId }) => productId)
  const { items, capped } = merge(keptItems, guestItems, await findProducts(tx.db, ids))
  const merged = await upsertCart(tx.db, customerId, items)
  tx.afterCommit(() => news.publish(customerId, merged))
  return { ...merged, capped }
}

function merge(
  keptItems: Items,
  guestItems: Items,
  products: ReadonlyMap<string, FoundProduct>,
): { items: Items; capped: CappedLine[] } {
  const quantities = new Map(keptItems.map(({ productId, quantity }) => [productId, quantity]))
  const capped: CappedLine[] = []
  for (const { productId, quantity } of guestItems) {
    const product = products.get(productId)
    const wanted = (quantities.get(productId) ?? 0) + quantity
    const isFull = !quantities.has(productId) && quantities.size >= orderLinesMax
    const kept = isFull ? 0 : Math.min(wanted, quantityMax, product?.stock ?? 0)
    if (kept > 0) quantities.set(productId, kept)
    else quantities.delete(productId)
    if (kept < wanted) capped.push({ productId, name: product?.name ?? productId, wanted, kept })
  }
  return { items: [...quantities].map(([productId, quantity]) => ({ productId, quantity })), capped }
}
