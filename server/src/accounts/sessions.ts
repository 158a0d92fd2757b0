import type { Person } from '@onhand/contract/accounts'
import { Refusal } from '../refusal.ts'
import type { Accounts } from './accounts.ts'
import { answerOf, type CookieAnswer, toPerson } from './answers.ts'
import { deleteSessionsOf } from './queries.ts'

/** Who is signed in with this cookie; null for nobody. A session in use is prolonged, by a new cookie. */
export async function readSession(
  { auth }: Accounts,
  cookie: string | undefined,
): Promise<CookieAnswer<{ user: Person | null }>> {
  const { headers, response } = await auth.api.getSession({ headers: headersOf(cookie), returnHeaders: true })
  return answerOf(headers, { user: response ? toPerson(response.user) : null })
}

/**
 * Who is signed in with this cookie.
 *
 * @throws Refusal `not_signed_in`
 */
export async function requireSession(
  accounts: Accounts,
  cookie: string | undefined,
): Promise<CookieAnswer<{ user: Person }>> {
  const { body, cookies } = await readSession(accounts, cookie)
  if (body.user) return { body: { user: body.user }, cookies }
  throw new Refusal('not_signed_in', 'Nobody is signed in here, or not any more.')
}

/** A new access token for whoever is signed in. */
export async function issueToken(
  { tokens }: Accounts,
  user: Person,
): Promise<{ token: string; expiresAt: string }> {
  const { token, expiresAt } = await tokens.issue(user)
  return { token, expiresAt: expiresAt.toISOString() }
}

/** Ends the session, if there is one. Its access tokens work until their time is over. */
export async function signOut({ auth }: Accounts, cookie: string | undefined): Promise<CookieAnswer<Done>> {
  const { headers } = await auth.api.signOut({ headers: headersOf(cookie), returnHeaders: true })
  return answerOf(headers, done)
}

/** Ends all sessions of whoever is signed in with this cookie, on every device. */
export async function signOutEverywhere(
  accounts: Accounts,
  user: Person,
  cookie: string | undefined,
): Promise<CookieAnswer<Done>> {
  await deleteSessionsOf(accounts.database.db, user.id)
  return signOut(accounts, cookie)
}

export interface Done {
  readonly done: true
}
export const done: Done = { done: true }

/** better-auth looks for its cookie in a request's headers. */
function headersOf(cookie: string | undefined): Headers {
  return new Headers(cookie === undefined ? {} : { Cookie: cookie })
}
