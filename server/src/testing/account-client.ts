import { randomUUID } from 'node:crypto'
import type { Role } from '@onhand/contract/accounts'
import { changeRole } from '../accounts/roles.ts'
import type { Shop } from '../shop.ts'
import { call, type Reply } from './api-client.ts'

export const password = 'correct horse battery staple'

/** Somebody who is signed in on one device. */
export interface SignedIn {
  readonly id: string
  readonly email: string
  readonly cookie: string
  readonly token: string
  /** For a call as this person. */
  readonly headers: { readonly Authorization: string }
}

type TestShop = Pick<Shop, 'database'> & { readonly url: string }

/** Makes an account, which begins a session. */
export async function signUp(shop: TestShop, role: Role = 'customer'): Promise<SignedIn> {
  const email = `${randomUUID()}@example.org`
  const made = await authCall(shop.url, 'sign-up/email', { email, password, name: 'Ada' })
  if (made.status !== 200) throw new Error(`signing up was answered ${made.status}`)
  if (role === 'admin') await changeRole(shop.database.db, email, role)
  return signedIn(shop, email, made)
}

/** Signs in on one more device. */
export async function signIn(shop: Pick<TestShop, 'url'>, email: string): Promise<SignedIn> {
  const reply = await authCall(shop.url, 'sign-in/email', { email, password })
  if (reply.status !== 200) throw new Error(`signing in was answered ${reply.status}`)
  return signedIn(shop, email, reply)
}

async function signedIn(shop: Pick<TestShop, 'url'>, email: string, reply: Reply): Promise<SignedIn> {
  const cookie = cookieOf(reply)
  const { token } = (await authGet(shop.url, 'token', cookie)).body
  return { id: reply.body.user.id, email, cookie, token, headers: bearer(token) }
}

export function bearer(token: string): { Authorization: string } {
  return { Authorization: `Bearer ${token}` }
}

/** The cookie that an answer set, as a browser sends it back. */
export function cookieOf({ headers }: Reply): string {
  return headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
}

/** Posts to `/api/auth` as a page of the shop does. */
export function authCall(url: string, path: string, body?: unknown, cookie?: string): Promise<Reply> {
  return call(url, `/api/auth/${path}`, {
    method: 'POST',
    headers: {
      Origin: url,
      ...(cookie === undefined ? {} : { Cookie: cookie }),
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
}

export function authGet(url: string, path: string, cookie?: string): Promise<Reply> {
  return call(url, `/api/auth/${path}`, { headers: cookie === undefined ? {} : { Cookie: cookie } })
}
