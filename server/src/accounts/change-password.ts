import type { Person } from '@onhand/contract/accounts'
import { inTransaction } from '../database/transaction.ts'
import { Refusal } from '../refusal.ts'
import type { Accounts } from './accounts.ts'
import type { CookieAnswer } from './answers.ts'
import { hashPassword, verifyPassword } from './passwords.ts'
import { deleteLinksOf, deleteSessionsOf, selectPasswordHash, updatePasswordHash } from './queries.ts'
import { createSession } from './session-cookie.ts'
import { type Done, done } from './sessions.ts'
import { countTry, keepSessionOf, triesInSession } from './sign-in.ts'

interface PasswordChange {
  readonly currentPassword: string
  readonly newPassword: string
}

/**
 * Changes the password of whoever is signed in, ends every session and mailed link of theirs, and begins a new one here.
 *
 * @throws Refusal `too_many_requests`, or `invalid_credentials` when the current password is another
 */
export async function changePassword(
  accounts: Accounts,
  user: Person,
  change: PasswordChange,
  sender: string,
): Promise<CookieAnswer<Done>> {
  await countTry(accounts, triesInSession(user.id), sender)
  const { db } = accounts.database
  const before = await selectPasswordHash(db, user.id)
  if (before === undefined || !(await verifyPassword(before, change.currentPassword))) throw anotherPassword()
  const after = await hashPassword(change.newPassword)
  await inTransaction(accounts.database, async (tx) => {
    // Only over the password that was tried: a link in a mail may have set another one meanwhile.
    if (!(await updatePasswordHash(tx.db, user.id, before, after))) throw anotherPassword()
    await deleteSessionsOf(tx.db, user.id)
    await deleteLinksOf(tx.db, user.id)
  })
  const { token, cookie } = await createSession(accounts.auth, user.id)
  await keepSessionOf(db, user.id, token, after)
  await accounts.throttles.account.forgive(triesInSession(user.id))
  return { body: done, cookies: [cookie] }
}

function anotherPassword(): Refusal {
  return new Refusal('invalid_credentials', 'The current password is another one.')
}
