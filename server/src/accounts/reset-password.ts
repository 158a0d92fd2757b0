import { Refusal } from '../refusal.ts'
import type { Accounts } from './accounts.ts'
import { authCodeOf, type CookieAnswer } from './answers.ts'
import { mailFailure } from './mails.ts'
import { type Done, done } from './sessions.ts'

/**
 * Mails a link to set a new password, if the address has an account. Nobody waits for it, so that neither the answer nor
 * its time tells whether it has.
 *
 * @throws Refusal `mail_not_set_up` or `too_many_requests`
 */
export async function requestPasswordReset(
  { auth, mailer, throttles, log }: Accounts,
  email: string,
  sender: string,
): Promise<CookieAnswer<Done>> {
  if (!mailer.delivers)
    throw new Refusal('mail_not_set_up', 'This shop has no mail server to send a link with.')
  await throttles.mailSender.take(sender)
  await throttles.mailAccount.take(email.toLowerCase())
  auth.api
    .requestPasswordReset({ body: { email: email.toLowerCase() } })
    .catch((error: unknown) => log.error(mailFailure(error), 'a link to set a new password was not sent'))
  return { body: done, cookies: [] }
}

/**
 * Sets a new password with the token of a mailed link, once, and ends every session and every other link of the account.
 *
 * @throws Refusal `reset_link_expired` or `too_many_requests`
 */
export async function resetPassword(
  { auth, throttles }: Accounts,
  request: { readonly token: string; readonly newPassword: string },
  sender: string,
): Promise<CookieAnswer<Done>> {
  await throttles.sender.take(sender)
  try {
    await auth.api.resetPassword({ body: request })
    return { body: done, cookies: [] }
  } catch (error) {
    if (!['INVALID_TOKEN', 'USER_NOT_FOUND'].includes(authCodeOf(error) ?? '')) throw error
    throw new Refusal('reset_link_expired', 'This link is used up or too old. Please ask for a new one.', {
      cause: error,
    })
  }
}
