import type { Person } from '@onhand/contract/accounts'
import { Refusal } from '../refusal.ts'
import type { Accounts } from './accounts.ts'
import { type Answer, answerOf, authCodeOf, toPerson } from './answers.ts'

interface Credentials {
  readonly email: string
  readonly password: string
}

/**
 * Begins a session for whoever knows the password. Answer and time are the same for an address without an account.
 *
 * @param sender whom tries are counted for, besides the e-mail address
 * @throws Refusal `invalid_credentials`, `too_many_requests`, or `unavailable` when too many sign in at once
 */
export async function signIn(
  accounts: Accounts,
  credentials: Credentials,
  sender: string,
): Promise<Answer<{ user: Person }>> {
  await countTry(accounts, credentials.email, sender)
  return beginSession(accounts, credentials)
}

/** @throws Refusal `too_many_requests` */
export async function countTry({ throttles }: Accounts, email: string, sender: string): Promise<void> {
  await throttles.sender.take(sender)
  await throttles.account.take(email.toLowerCase())
}

/** @throws Refusal `invalid_credentials` */
export async function beginSession(
  { auth, throttles }: Accounts,
  { email, password }: Credentials,
): Promise<Answer<{ user: Person }>> {
  try {
    const { headers, response } = await auth.api.signInEmail({
      body: { email, password },
      returnHeaders: true,
    })
    await throttles.account.forgive(email.toLowerCase())
    return answerOf(headers, { user: toPerson(response.user) })
  } catch (error) {
    if (authCodeOf(error) !== 'INVALID_EMAIL_OR_PASSWORD') throw error
    throw new Refusal('invalid_credentials', 'E-mail and password do not belong together.', { cause: error })
  }
}
