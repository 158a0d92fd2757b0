import { mailTexts } from '#messages'
import type { Mail } from '../mail/mailer.ts'

/** @param publicUrl where the shop is; never taken from a request, which could name another host */
export function resetLinkMail(to: string, publicUrl: string, token: string): Mail {
  const link = new URL('/reset-password', publicUrl)
  // Behind the #, so that the token is in no server's log and in no referrer.
  link.hash = `token=${token}`
  const { subject, text } = mailTexts.newPassword
  return { to, subject, text: text(String(link)) }
}

/** For whoever signs up with an address that has an account: the page cannot say so, since anybody may ask it. */
export function alreadySignedUpMail(to: string, publicUrl: string): Mail {
  const { subject, text } = mailTexts.signedUpBefore
  const at = (path: string) => String(new URL(path, publicUrl))
  return { to, subject, text: text(at('/sign-in'), at('/forgotten-password')) }
}

/** What is logged of a mail that was not sent: the rest of the error may hold the mail, with a link that opens an account. */
export function mailFailure(error: unknown): { code: unknown; message: unknown } {
  const { code, message } = error as { code?: unknown; message?: unknown }
  return { code, message }
}
