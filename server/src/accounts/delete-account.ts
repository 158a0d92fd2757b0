import type { Person } from '@onhand/contract/accounts'
import { inTransaction } from '../database/transaction.ts'
import { Refusal } from '../refusal.ts'
import type { Accounts } from './accounts.ts'
import type { CookieAnswer } from './answers.ts'
import { verifyPassword } from './passwords.ts'
import { deleteUser, selectPasswordHash } from './queries.ts'
import { type Done, done, signOut } from './sessions.ts'
import { countTry, triesInSession } from './sign-in.ts'

/**
 * Deletes the account of whoever is signed in with this cookie: orders stay, without the person.
 *
 * @throws Refusal `too_many_requests`, or `invalid_credentials` when the password is another
 */
export async function deleteAccount(
  accounts: Accounts,
  user: Person,
  password: string,
  cookie: string | undefined,
  sender: string,
): Promise<CookieAnswer<Done>> {
  await countTry(accounts, triesInSession(user.id), sender)
  const kept = await selectPasswordHash(accounts.database.db, user.id)
  if (kept === undefined || !(await verifyPassword(kept, password))) {
    throw new Refusal('invalid_credentials', 'The password is another one.')
  }
  await inTransaction(accounts.database, async (tx) => {
    // The user first: who is writing for him is waited for, and what was written is forgotten then.
    await deleteUser(tx.db, user.id)
    await accounts.forget(tx, user.id)
    tx.afterCommit(() => accounts.tokens.refuse(user.id))
  })
  const { cookies } = await signOut(accounts, cookie)
  return { body: done, cookies }
}
