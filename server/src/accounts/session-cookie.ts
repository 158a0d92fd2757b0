import { createHmac } from 'node:crypto'
import type { Auth } from './better-auth.ts'

/** Begins a session without a password, and makes the cookie that opens it. */
export async function createSession(auth: Auth, userId: string): Promise<{ token: string; cookie: string }> {
  const { internalAdapter } = await auth.$context
  const { token } = await internalAdapter.createSession(userId)
  return { token, cookie: await sessionCookie(auth, token) }
}

/** A session's cookie, spelled and signed as better-auth does it. */
export async function sessionCookie(auth: Auth, token: string): Promise<string> {
  const { authCookies, secret } = await auth.$context
  const { name, attributes } = authCookies.sessionToken
  const signature = createHmac('sha256', secret).update(token).digest('base64')
  return [
    `${name}=${encodeURIComponent(`${token}.${signature}`)}`,
    `Max-Age=${attributes.maxAge}`,
    `Path=${attributes.path}`,
    'HttpOnly',
    ...(attributes.secure ? ['Secure'] : []),
    'SameSite=Lax',
  ].join('; ')
}
