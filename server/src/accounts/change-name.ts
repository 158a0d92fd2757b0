import type { Person } from '@onhand/contract/accounts'
import { inTransaction } from '../database/transaction.ts'
import { Refusal } from '../refusal.ts'
import type { Accounts } from './accounts.ts'
import type { CookieAnswer } from './answers.ts'
import { updateName } from './queries.ts'

/**
 * Changes what whoever is signed in is called; empty for nothing.
 *
 * @throws Refusal `not_signed_in` when the account was deleted meanwhile
 */
export async function changeName(
  { database }: Accounts,
  user: Person,
  name: string,
): Promise<CookieAnswer<{ user: Person }>> {
  const isChanged = await inTransaction(database, (tx) => updateName(tx.db, user.id, name))
  if (!isChanged) throw new Refusal('not_signed_in', 'There is no such account any more.')
  return { body: { user: { ...user, name } }, cookies: [] }
}
