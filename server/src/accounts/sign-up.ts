import { randomInt } from 'node:crypto'
import type { Person } from '@onhand/contract/accounts'
import { Refusal } from '../refusal.ts'
import type { Accounts } from './accounts.ts'
import { answerOf, authCodeOf, type CookieAnswer, toPerson } from './answers.ts'
import { newUserId } from './better-auth.ts'
import { alreadySignedUpMail, mailFailure } from './mails.ts'
import { selectUserByEmail } from './queries.ts'
import { sessionCookie } from './session-cookie.ts'
import { beginSession, countTry } from './sign-in.ts'

interface NewAccount {
  readonly email: string
  readonly password: string
  readonly name: string
}

/**
 * Makes an account and begins a session. For an address that has an account already the answer looks the same, but its
 * cookie opens nothing, and the owner of the address gets a mail; whoever knows that account's password is signed in.
 *
 * @throws Refusal `too_many_requests`, or `unavailable` when too many sign in at once
 */
export async function signUp(
  accounts: Accounts,
  request: NewAccount,
  sender: string,
): Promise<CookieAnswer<{ user: Person }>> {
  const email = request.email.toLowerCase()
  await countTry(accounts, `sign-up:${email}`, sender)
  return inTurn(email, async () => {
    return (await create(accounts, request)) ?? (await meetAgain(accounts, request))
  })
}

/** Who is being signed up in this process. */
const underWay = new Map<string, Promise<unknown>>()

/** A form that is sent twice signs up once: the second waits, and then meets the account that the first has made. */
async function inTurn<T>(email: string, work: () => Promise<T>): Promise<T> {
  const mine = (underWay.get(email) ?? Promise.resolve()).then(work, work)
  underWay.set(email, mine)
  try {
    return await mine
  } finally {
    if (underWay.get(email) === mine) underWay.delete(email)
  }
}

/** Undefined when the address has an account already. */
async function create(
  { auth, database }: Accounts,
  body: NewAccount,
): Promise<CookieAnswer<{ user: Person }> | undefined> {
  const email = body.email.toLowerCase()
  if (await selectUserByEmail(database.db, email)) return undefined
  try {
    const { headers, response } = await auth.api.signUpEmail({ body, returnHeaders: true })
    return answerOf(headers, { user: toPerson({ ...response.user, role: 'customer' }) })
  } catch (error) {
    // Another process may have been a moment quicker with the same address.
    if (!quicker.has(authCodeOf(error) ?? '')) throw error
    if (await selectUserByEmail(database.db, email)) return undefined
    throw new Refusal('unavailable', 'The account could not be made at the moment. Please try again.', {
      retryAfterSeconds: 1,
      cause: error,
    })
  }
}

/** What better-auth says when the address got an account since we looked. */
const quicker = new Set(['FAILED_TO_CREATE_USER', 'USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL'])

async function meetAgain(accounts: Accounts, request: NewAccount): Promise<CookieAnswer<{ user: Person }>> {
  try {
    return await beginSession(accounts, request)
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'invalid_credentials') throw error
    tellOwner(accounts, request.email.toLowerCase())
    return pretend(accounts, request)
  }
}

/** Not waited for, since a new address gets no mail. */
function tellOwner({ mailer, throttles, publicUrl, log }: Accounts, email: string): void {
  throttles.mailOwner
    .take(email)
    .then(() => mailer.send(alreadySignedUpMail(email, publicUrl)))
    .catch((error: unknown) => {
      if (!(error instanceof Refusal)) log.error(mailFailure(error), 'a mail was not sent')
    })
}

/** What a new account is answered with, for nobody. */
async function pretend(
  { auth }: Accounts,
  { email, name }: NewAccount,
): Promise<CookieAnswer<{ user: Person }>> {
  const token = Array.from({ length: sessionTokenLength }, () => letters[randomInt(letters.length)]).join('')
  const createdAt = new Date().toISOString()
  const user: Person = { id: newUserId(), email: email.toLowerCase(), name, role: 'customer', createdAt }
  return { body: { user }, cookies: [await sessionCookie(auth, token)] }
}

/** As better-auth makes them. */
const sessionTokenLength = 32
const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'
