import type { Cart } from '@onhand/contract/cart'
import { requireAccount } from '../accounts/has-account.ts'
import type { Database, Db } from '../database/database.ts'
import { inTransaction, type Transaction } from '../database/transaction.ts'
import type { CartNews } from './cart-news.ts'
import { deleteCart, selectCart, upsertCart } from './queries.ts'

/** What a shopper kept; nothing at version 0 when nothing was kept yet. */
export function showCart(db: Db, customerId: string): Promise<Cart> {
  return selectCart(db, customerId)
}

/**
 * Replaces the kept cart, and tells the shopper's other pages. Whether it can all be had is said at checkout.
 *
 * @throws Refusal `invalid_token` when the account is deleted
 */
export function keepCart(
  database: Database,
  news: CartNews,
  customerId: string,
  items: Cart['items'],
): Promise<Cart> {
  return inTransaction(database, async (tx) => {
    await requireAccount(tx, customerId)
    const kept = await upsertCart(tx.db, customerId, items)
    tx.afterCommit(() => news.publish(customerId, kept))
    return kept
  })
}

/** Forgets the cart of an account that is deleted. */
export function forgetCart(tx: Transaction, customerId: string): Promise<void> {
  return deleteCart(tx.db, customerId)
}
