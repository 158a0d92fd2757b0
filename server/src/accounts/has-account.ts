import type { Transaction } from '../database/transaction.ts'
import { Refusal } from '../refusal.ts'
import { selectLockedUsers } from './queries.ts'

/** Which of these people have an account still. It is not deleted before the transaction ends. */
export async function whoHasAccount(tx: Transaction, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  return new Set((await selectLockedUsers(tx.db, [...new Set(ids)])).map(({ id }) => id))
}

/**
 * Makes sure that somebody's account is not deleted before the transaction ends, so that nothing is kept of people who are
 * gone: their access tokens outlive them by up to ten minutes.
 *
 * @throws Refusal `invalid_token` when there is no such account any more
 */
export async function requireAccount(tx: Transaction, id: string): Promise<void> {
  if ((await whoHasAccount(tx, [id])).has(id)) return
  throw new Refusal('invalid_token', 'The account of this access token is deleted.')
}
