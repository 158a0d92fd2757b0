import * as z from 'zod/mini'
import { email } from './email.ts'
import { nameLengthMax, passwordLengthMax, passwordLengthMin } from './limits.ts'
import { withoutNul } from './text.ts'

export const roles = ['customer', 'admin'] as const
export type Role = (typeof roles)[number]

/** Any characters at all; only its length counts. */
export const newPassword = z
  .string()
  .check(z.minLength(passwordLengthMin), z.maxLength(passwordLengthMax), withoutNul)

/** A password as it is tried: rules for new ones may have changed since it was made. */
const password = z.string().check(z.minLength(1), z.maxLength(passwordLengthMax), withoutNul)

const personName = z.string().check(z.trim(), z.maxLength(nameLengthMax), withoutNul)

/** The body of `POST /api/auth/sign-up/email`. A role is not in it. */
export const signUpRequest = z.strictObject({
  email,
  password: newPassword,
  name: z._default(personName, ''),
})

/** The body of `POST /api/auth/sign-in/email`. */
export const signInRequest = z.strictObject({ email, password })

/** Somebody with an account. */
export const person = z.object({
  id: z.string(),
  email: z.string(),
  /** May be empty. */
  name: z.string(),
  role: z.enum(roles),
  createdAt: z.iso.datetime(),
})
export type Person = z.infer<typeof person>

/** The answer to signing up and signing in; the session is in a cookie that scripts cannot read. */
export const personReply = z.object({ user: person })

/** The answer of `GET /api/auth/get-session`. */
export const sessionReply = z.object({ user: z.nullable(person) })

/** The answer of `GET /api/auth/token`. */
export const tokenReply = z.object({
  /** A JWT for `Authorization: Bearer`. Keep it in memory only, and fetch the next one before it ends. */
  token: z.string(),
  expiresAt: z.iso.datetime(),
})

/** The answer of `GET /api/auth/jwks` (RFC 7517). */
export const keySetReply = z.object({
  keys: z.array(
    z.object({ kty: z.string(), kid: z.string(), alg: z.string(), crv: z.string(), x: z.string() }),
  ),
})

/** The body of `POST /api/auth/change-password`; it ends every other session. */
export const changePasswordRequest = z.strictObject({ currentPassword: password, newPassword })

/** The body of `POST /api/auth/update-user`: what the person is called, empty for nothing. */
export const changeNameRequest = z.strictObject({ name: personName })

/** The body of `POST /api/auth/request-password-reset`; the answer is the same for an unknown address. */
export const passwordResetRequest = z.strictObject({ email })

/** The body of `POST /api/auth/reset-password`; it ends every session. */
export const resetPasswordRequest = z.strictObject({
  /** From the link in the mail. */
  token: z.string().check(z.minLength(1), z.maxLength(200), withoutNul),
  newPassword,
})

/** The body of `POST /api/auth/delete-user`. */
export const deleteAccountRequest = z.strictObject({ password })

/** The answer where there is nothing to tell but that it was done. */
export const doneReply = z.object({ done: z.literal(true) })
