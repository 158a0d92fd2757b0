import type { Person } from '@onhand/contract/accounts'
import { roles } from '@onhand/contract/accounts'
import * as z from 'zod/mini'

/** What a verb has to answer, and the cookies that go with it. */
export interface CookieAnswer<Body> {
  readonly body: Body
  readonly cookies: readonly string[]
}

const user = z.object({
  id: z.string(),
  email: z.string(),
  name: z.string(),
  role: z.enum(roles),
  createdAt: z.union([z.date(), z.string()]),
})

/** What better-auth knows of somebody, as the outside sees it. */
export function toPerson(known: unknown): Person {
  const { createdAt, ...person } = user.parse(known)
  return { ...person, createdAt: new Date(createdAt).toISOString() }
}

/** The answer of one of better-auth's calls, whose cookies stand in its headers. */
export function answerOf<Body>(headers: Headers | null | undefined, body: Body): CookieAnswer<Body> {
  return { body, cookies: headers?.getSetCookie() ?? [] }
}

/** better-auth's own code of an error that it threw, such as INVALID_TOKEN. */
export function authCodeOf(error: unknown): string | undefined {
  const code = (error as { body?: { code?: unknown } }).body?.code
  return typeof code === 'string' ? code : undefined
}
