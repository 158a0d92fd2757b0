import { doneReply, type Person, personReply, sessionReply, tokenReply } from '@onhand/contract/accounts'
import type { FetchedToken } from './access-tokens.ts'
import { ask, withBody } from './ask.ts'

export interface Credentials {
  email: string
  password: string
}

/**
 * Makes an account and signs in. For an address that has an account the answer looks the same, but nobody is signed in.
 *
 * @throws Refusal `invalid_request`, `too_many_requests`
 */
export async function signUp(request: Credentials & { name: string }): Promise<Person> {
  return (await ask(personReply, '/api/auth/sign-up/email', withBody('POST', request))).user
}

/** @throws Refusal `invalid_credentials`, `too_many_requests` */
export async function signIn(request: Credentials): Promise<Person> {
  return (await ask(personReply, '/api/auth/sign-in/email', withBody('POST', request))).user
}

export async function signOut(): Promise<void> {
  await ask(doneReply, '/api/auth/sign-out', { method: 'POST' })
}

/** @throws Refusal `not_signed_in` */
export async function signOutEverywhere(): Promise<void> {
  await ask(doneReply, '/api/auth/sign-out/everywhere', { method: 'POST' })
}

/** Whoever is signed in; null for nobody. */
export async function readSession(): Promise<Person | null> {
  return (await ask(sessionReply, '/api/auth/get-session')).user
}

/** @throws Refusal `not_signed_in` */
export function fetchToken(): Promise<FetchedToken> {
  return ask(tokenReply, '/api/auth/token')
}

/** @throws Refusal `not_signed_in`, `invalid_request` */
export async function changeName(name: string): Promise<Person> {
  return (await ask(personReply, '/api/auth/update-user', withBody('POST', { name }))).user
}

/** @throws Refusal `invalid_credentials` when the current password is another, `not_signed_in`, `too_many_requests` */
export async function changePassword(request: {
  currentPassword: string
  newPassword: string
}): Promise<void> {
  await ask(doneReply, '/api/auth/change-password', withBody('POST', request))
}

/** The same answer whether the address has an account or not. */
export async function requestPasswordReset(email: string): Promise<void> {
  await ask(doneReply, '/api/auth/request-password-reset', withBody('POST', { email }))
}

/** @throws Refusal `reset_link_expired` */
export async function resetPassword(request: { token: string; newPassword: string }): Promise<void> {
  await ask(doneReply, '/api/auth/reset-password', withBody('POST', request))
}

/** @throws Refusal `invalid_credentials`, `not_signed_in`, `too_many_requests` */
export async function deleteAccount(password: string): Promise<void> {
  await ask(doneReply, '/api/auth/delete-user', withBody('POST', { password }))
}
