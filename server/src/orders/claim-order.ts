import type { Order } from '@onhand/contract/orders'
import { requireAccount } from '../accounts/has-account.ts'
import type { Database } from '../database/database.ts'
import { inTransaction } from '../database/transaction.ts'
import { selectOrder, selectOrderLines, updateCustomer } from './queries.ts'
import { opens, orderNotFound, toOrder } from './show-order.ts'

/**
 * Makes a guest's order that of an account, for whoever holds its access token. Doing it again changes nothing.
 *
 * @throws Refusal `order_not_found` when the token is not its token, or the order is another account's: which, is not
 *   told; `invalid_token` when the account is deleted
 */
export function claimOrder(
  database: Database,
  id: string,
  accessToken: string,
  customerId: string,
): Promise<Order> {
  return inTransaction(database, async (tx) => {
    const { db } = tx
    await requireAccount(tx, customerId)
    const row = await selectOrder(db, id)
    if (!row || !opens(accessToken, row) || !(await updateCustomer(db, id, customerId))) throw orderNotFound()
    return toOrder(row, await selectOrderLines(db, [id]))
  })
}
