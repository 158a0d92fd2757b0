import type { Mail } from '../mail/mailer.ts'

/** @param publicUrl where the shop is; never taken from a request, which could name another host */
export function resetLinkMail(to: string, publicUrl: string, token: string): Mail {
  const link = new URL('/reset-password', publicUrl)
  // Behind the #, so that the token is in no server's log and in no referrer.
  link.hash = `token=${token}`
  return {
    to,
    subject: 'Set a new password',
    text: [
      'Somebody, probably you, asked to set a new password for your account.',
      `Open this link within an hour to choose one:\n\n${link}`,
      'If it was not you, there is nothing to do: your password stays as it is.',
    ].join('\n\n'),
  }
}

/** For whoever signs up with an address that has an account: the page cannot say so, since anybody may ask it. */
export function alreadySignedUpMail(to: string, publicUrl: string): Mail {
  return {
    to,
    subject: 'You have an account already',
    text: [
      'Somebody, probably you, tried to sign up with this address, but it has an account already.',
      `Sign in: ${new URL('/sign-in', publicUrl)}\nForgotten the password? ${new URL('/forgotten-password', publicUrl)}`,
      'If it was not you, there is nothing to do.',
    ].join('\n\n'),
  }
}

/** What is logged of a mail that was not sent: the rest of the error may hold the mail, with a link that opens an account. */
export function mailFailure(error: unknown): { code: unknown; message: unknown } {
  const { code, message } = error as { code?: unknown; message?: unknown }
  return { code, message }
}
