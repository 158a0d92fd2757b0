import { randomUUIDv7 } from 'node:crypto'
import { betterAuth } from 'better-auth'
import { admin, jwt } from 'better-auth/plugins'
import type { Logger } from 'pino'
import type { Database } from '../database/database.ts'
import { hashPassword, verifyPassword } from './passwords.ts'

/** How long somebody stays signed in on a device that he does not use. */
const sessionSeconds = 30 * 24 * 60 * 60
/** A session in use is prolonged at most this often, so that few requests write. */
const prolongSeconds = 24 * 60 * 60
/** How long the link to set a new password works. */
const resetLinkSeconds = 60 * 60
/** A new key signs after this time. */
const keyRotationSeconds = 90 * 24 * 60 * 60
/** Keys that do not sign any more are told for this long, in which the last token they signed is over. */
const keyGraceSeconds = 15 * 60

interface Options {
  readonly database: Database
  /** Signs cookies and encrypts the keys that sign tokens. */
  readonly secret: string
  /** Where shoppers find the shop; with https, cookies are for https alone. */
  readonly publicUrl: string
  readonly log: Logger
  /** Mails the link to set a new password. */
  sendResetLink(email: string, token: string): Promise<void>
  /** A new password was set with such a link. */
  onReset(user: { readonly id: string; readonly email: string }): Promise<void>
}

export function newUserId(): string {
  return `usr_${randomUUIDv7().replaceAll('-', '')}`
}

export const jwtOptions = {
  jwks: {
    keyPairConfig: { alg: 'EdDSA', crv: 'Ed25519' },
    rotationInterval: keyRotationSeconds,
    gracePeriod: keyGraceSeconds,
  },
  disableSettingJwtHeader: true,
  schema: {
    jwks: {
      modelName: 'signing_keys',
      fields: {
        publicKey: 'public_key',
        privateKey: 'private_key',
        createdAt: 'created_at',
        expiresAt: 'expires_at',
      },
    },
  },
} as const

export type Auth = ReturnType<typeof createAuth>

/**
 * better-auth over the shop's own database. It keeps people, passwords and sessions; its HTTP routes are not mounted, so
 * that only what `routes.ts` names can be reached.
 */
export function createAuth({ database, secret, publicUrl, log, sendResetLink, onReset }: Options) {
  return betterAuth({
    appName: 'Onhand',
    baseURL: publicUrl,
    basePath: '/api/auth',
    secret,
    // No transactions of its own: it would hash passwords inside them, and one writer would hold up every checkout.
    database: { db: database.db, type: database.engine, transaction: false },
    telemetry: { enabled: false },
    rateLimit: { enabled: false },
    logger: {
      level: 'error',
      log: (_level, message, ...details) => log.error({ details }, `better-auth: ${message}`),
    },
    advanced: {
      cookiePrefix: 'onhand',
      useSecureCookies: publicUrl.startsWith('https:'),
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/api/auth' },
      ipAddress: { disableIpTracking: true },
      database: { generateId: ({ model }) => (model === 'user' ? newUserId() : randomUUIDv7()) },
    },
    emailAndPassword: {
      enabled: true,
      password: {
        hash: hashPassword,
        verify: ({ hash, password }) => verifyPassword(hash, password),
      },
      revokeSessionsOnPasswordReset: true,
      resetPasswordTokenExpiresIn: resetLinkSeconds,
      sendResetPassword: ({ user, token }) => sendResetLink(user.email, token),
      onPasswordReset: ({ user }) => onReset(user),
    },
    session: {
      ...tableOf('sessions', sessionFields),
      expiresIn: sessionSeconds,
      updateAge: prolongSeconds,
    },
    user: tableOf('users', userFields),
    account: tableOf('credentials', credentialFields),
    // Of the token in a mailed link, only a hash is kept.
    verification: {
      ...tableOf('verifications', { ...stamps, expiresAt: 'expires_at' }),
      storeIdentifier: 'hashed',
    },
    plugins: [
      jwt(jwtOptions),
      admin({
        defaultRole: 'customer',
        schema: {
          user: { fields: { banReason: 'ban_reason', banExpires: 'ban_expires' } },
          session: { fields: { impersonatedBy: 'impersonated_by' } },
        },
      }),
    ],
  })
}

const stamps = { createdAt: 'created_at', updatedAt: 'updated_at' } as const
const userFields = { ...stamps, emailVerified: 'email_verified' } as const
const sessionFields = {
  ...stamps,
  expiresAt: 'expires_at',
  ipAddress: 'ip_address',
  userAgent: 'user_agent',
  userId: 'user_id',
} as const
const credentialFields = {
  ...stamps,
  accountId: 'account_id',
  providerId: 'provider_id',
  userId: 'user_id',
  accessToken: 'access_token',
  refreshToken: 'refresh_token',
  idToken: 'id_token',
  accessTokenExpiresAt: 'access_token_expires_at',
  refreshTokenExpiresAt: 'refresh_token_expires_at',
} as const

/** better-auth's names for a table and its columns are not ours. */
function tableOf<Fields>(modelName: string, fields: Fields): { modelName: string; fields: Fields } {
  return { modelName, fields }
}
