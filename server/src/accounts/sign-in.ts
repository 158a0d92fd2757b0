import type { Person } from '@onhand/contract/accounts'
import type { Db } from '../database/database.ts'
import { Refusal } from '../refusal.ts'
import type { Accounts } from './accounts.ts'
import { answerOf, authCodeOf, type CookieAnswer, toPerson } from './answers.ts'
import type { Auth } from './better-auth.ts'
import { deleteSession, selectPasswordHash, selectPasswordHashByEmail } from './queries.ts'

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
): Promise<CookieAnswer<{ user: Person }>> {
  const email = credentials.email.toLowerCase()
  await countTry(accounts, email, sender)
  const answer = await beginSession(accounts, credentials)
  await accounts.throttles.account.forgive(email)
  return answer
}

/**
 * @param tried what of an account is tried: strangers can try some things, which must not use up its owner's tries at others
 * @throws Refusal `too_many_requests`
 */
export async function countTry({ throttles }: Accounts, tried: string, sender: string): Promise<void> {
  await throttles.sender.take(sender)
  await throttles.account.take(tried)
}

/** What only who has a session can try, which is the account's owner more likely than not. */
export function triesInSession(userId: string): string {
  return `session:${userId}`
}

/** @throws Refusal `invalid_credentials`, also when the password was changed while it was being tried */
export async function beginSession(
  { auth, database }: Pick<Accounts, 'auth' | 'database'>,
  credentials: Credentials,
): Promise<CookieAnswer<{ user: Person }>> {
  const email = credentials.email.toLowerCase()
  const tried = await selectPasswordHashByEmail(database.db, email)
  const { headers, response } = await tryPassword(auth, { ...credentials, email })
  await keepSessionOf(database.db, response.user.id, response.token, tried)
  return answerOf(headers, { user: toPerson(response.user) })
}

async function tryPassword(auth: Auth, { email, password }: Credentials) {
  try {
    return await auth.api.signInEmail({ body: { email, password }, returnHeaders: true })
  } catch (error) {
    if (authCodeOf(error) !== 'INVALID_EMAIL_OR_PASSWORD') throw error
    throw wrongCredentials(error)
  }
}

/**
 * Ends a new session again if the password it was begun with is not the account's any more: whoever sets a new password
 * ends the sessions there are, and this one may have come a moment later.
 *
 * @throws Refusal `invalid_credentials`
 */
export async function keepSessionOf(
  db: Db,
  userId: string,
  sessionToken: string,
  passwordHash: string | undefined,
): Promise<void> {
  if ((await selectPasswordHash(db, userId)) === passwordHash) return
  await deleteSession(db, sessionToken)
  throw wrongCredentials()
}

function wrongCredentials(cause?: unknown): Refusal {
  return new Refusal('invalid_credentials', 'E-mail and password do not belong together.', { cause })
}
