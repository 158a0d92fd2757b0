import type { Transaction } from '../database/transaction.ts'
import { eraseCustomer } from './queries.ts'

/** Takes a person out of the orders of an account: they stay for the books, and belong to nobody. */
export function forgetCustomer(tx: Transaction, customerId: string): Promise<void> {
  return eraseCustomer(tx.db, customerId)
}
