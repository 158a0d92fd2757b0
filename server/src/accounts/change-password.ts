import type { Person } from '@onhand/contract/accounts'
import { Refusal } from '../refusal.ts'
import type { Accounts } from './accounts.ts'
import { type Answer, answerOf, authCodeOf } from './answers.ts'
import { type Done, done, headersOf } from './sessions.ts'
import { countTry } from './sign-in.ts'

interface PasswordChange {
  readonly currentPassword: string
  readonly newPassword: string
}

/**
 * Changes the password of whoever is signed in with this cookie, and ends every other session of theirs.
 *
 * @throws Refusal `too_many_requests`, or `invalid_credentials` when the current password is another
 */
export async function changePassword(
  accounts: Accounts,
  user: Person,
  change: PasswordChange,
  cookie: string | undefined,
  sender: string,
): Promise<Answer<Done>> {
  await countTry(accounts, user.email, sender)
  try {
    const { headers } = await accounts.auth.api.changePassword({
      body: { ...change, revokeOtherSessions: true },
      headers: headersOf(cookie),
      returnHeaders: true,
    })
    await accounts.throttles.account.forgive(user.email)
    return answerOf(headers, done)
  } catch (error) {
    if (authCodeOf(error) !== 'INVALID_PASSWORD') throw error
    throw new Refusal('invalid_credentials', 'The current password is another one.', { cause: error })
  }
}
