import { setTimeout as sleep } from 'node:timers/promises'
import { roles } from '@onhand/contract/accounts'
import { BetterAuthError } from 'better-auth'
import { createJwk, signJWT } from 'better-auth/plugins/jwt'
import { importJWK, type JWTHeaderParameters, type JWTPayload, jwtVerify } from 'jose'
import * as z from 'zod/mini'
import type { Db } from '../database/database.ts'
import type { Visitor } from '../http/access.ts'
import { Refusal } from '../refusal.ts'
import { type Auth, jwtOptions } from './better-auth.ts'
import { selectPublicKeys, updateKeysToExpired } from './queries.ts'

/** At most 15 minutes are promised. */
const tokenSeconds = 10 * 60
/** Clocks of several processes may differ this much. */
const clockToleranceSeconds = 5
/** Verified tokens remembered; the oldest goes when one more comes. */
const rememberedMax = 20_000
/** Unknown keys make us look into the database at most this often, so that made-up ones cost little. */
const keysReadEveryMs = 200
/** Known keys are trusted for this long, then the database is asked whether they still sign. */
const keysTrustedMs = 60_000

/** The names that tokens of this shop carry (RFC 7519, 4.1; RFC 9068, 2.1 for the type). */
const issuer = 'urn:onhand:accounts'
const audience = 'urn:onhand:api'
const type = 'at+jwt'
const algorithm = 'EdDSA'

/** Makes access tokens and tells whose they are. */
export interface Tokens {
  issue(person: Omit<Visitor, 'expiresAtMs'>): Promise<{ token: string; expiresAt: Date }>
  /**
   * Whose token it is: at once when it was verified before, since verifying costs more than the rest of a checkout.
   *
   * @throws Refusal `invalid_token`
   */
  visitorOf(token: string): Visitor | Promise<Visitor>
  /** Takes no token of this person any more, in this process. */
  refuse(visitorId: string): void
}

/**
 * Signs with the newest key of the database, which makes one when there is none.
 *
 * @param retireKeys lets no key of before verify anything any more
 */
function createSigner(auth: Auth, retireKeys: () => Promise<void>): (payload: JWTPayload) => Promise<string> {
  let replacedKey = false

  return async (payload) => {
    const context = { context: await auth.$context } as Parameters<typeof signJWT>[0]
    const signing = { options: jwtOptions, payload, header: { typ: type } }
    try {
      return await signJWT(context, signing)
    } catch (error) {
      // The newest key is encrypted with another AUTH_SECRET. A new one ended all sessions, and is there because somebody
      // may know the old one, so its keys end too. Once is enough: processes with different secrets must not replace each
      // other's keys for ever.
      if (replacedKey || !(error instanceof BetterAuthError)) throw error
      replacedKey = true
      await retireKeys()
      await createJwk(context, jwtOptions)
      return signJWT(context, signing)
    }
  }
}

export function createTokens(auth: Auth, db: Db): Tokens {
  const remembered = new Map<string, Visitor>()
  const { keyFor, forgetKeys } = createKeySet(db)
  const sign = createSigner(auth, async () => {
    await updateKeysToExpired(db, new Date(0).toISOString())
    forgetKeys()
    remembered.clear()
  })
  /** Who is gone, until the last of their tokens is over. */
  const refused = new Map<string, number>()

  async function verify(token: string): Promise<Visitor> {
    const visitor = await readToken(token, keyFor)
    if ((refused.get(visitor.id) ?? 0) > Date.now()) throw invalidToken()
    if (remembered.size >= rememberedMax) forgetOldest(remembered)
    remembered.set(token, visitor)
    return visitor
  }

  return {
    async issue({ id, email, role }) {
      const issuedAt = Math.floor(Date.now() / 1_000)
      const expiresAt = issuedAt + tokenSeconds
      const payload = { sub: id, email, role, iat: issuedAt, exp: expiresAt, iss: issuer, aud: audience }
      const token = await sign(payload)
      return { token, expiresAt: new Date(expiresAt * 1_000) }
    },
    visitorOf(token) {
      const known = remembered.get(token)
      if (known === undefined) return verify(token)
      if (known.expiresAtMs > Date.now()) return known
      remembered.delete(token)
      throw invalidToken()
    },
    refuse(visitorId) {
      const now = Date.now()
      for (const [id, until] of refused) if (until <= now) refused.delete(id)
      refused.set(visitorId, now + (tokenSeconds + clockToleranceSeconds) * 1_000)
      for (const [token, { id }] of remembered) if (id === visitorId) remembered.delete(token)
    },
  }
}

const claims = z.object({
  sub: z.string().check(z.minLength(1)),
  email: z.string(),
  role: z.enum(roles),
  exp: z.int(),
})

type KeyFor = (header: JWTHeaderParameters) => Promise<CryptoKey | Uint8Array>

/** Every name, the algorithm and the type are pinned; of the header, only `kid` is believed, and only if it is ours. */
async function readToken(token: string, keyFor: KeyFor): Promise<Visitor> {
  try {
    const { payload } = await jwtVerify(token, keyFor, {
      algorithms: [algorithm],
      issuer,
      audience,
      typ: type,
      maxTokenAge: tokenSeconds,
      clockTolerance: clockToleranceSeconds,
      requiredClaims: ['sub', 'exp', 'iat'],
    })
    const { sub: id, email, role, exp } = claims.parse(payload)
    return { id, email, role, expiresAtMs: exp * 1_000 }
  } catch (error) {
    throw isVerdict(error) ? invalidToken(error) : error
  }
}

/** What jose and zod say of a token; anything else is trouble of our own, such as of the database. */
function isVerdict(error: unknown): boolean {
  return error instanceof z.core.$ZodError || /^ERR_J/.test(String((error as { code?: unknown }).code))
}

function invalidToken(cause?: unknown): Refusal {
  return new Refusal('invalid_token', 'The access token is not valid, or not any more. Fetch a new one.', {
    cause,
  })
}

/** The keys that may have signed a token that is not over yet. */
function createKeySet(db: Db): { keyFor: KeyFor; forgetKeys(): void } {
  let keys = new Map<string, CryptoKey | Uint8Array>()
  let readAt = Number.NEGATIVE_INFINITY
  let reading: Promise<void> | undefined

  async function read(): Promise<void> {
    await sleep(Math.max(0, readAt + keysReadEveryMs - performance.now()))
    const oldestToken = Date.now() - (tokenSeconds + clockToleranceSeconds) * 1_000
    const rows = await selectPublicKeys(db, new Date(oldestToken).toISOString())
    const imported = rows.map(async ({ id, publicKey }) => {
      return [id, await importJWK(JSON.parse(publicKey), algorithm)] as const
    })
    keys = new Map(await Promise.all(imported))
    readAt = performance.now()
  }

  /** Everybody who waits for a key shares one look. */
  function readOnce(): Promise<void> {
    reading ??= read().finally(() => {
      reading = undefined
    })
    return reading
  }

  return {
    async keyFor({ kid = '' }) {
      if (keys.has(kid) && readAt + keysTrustedMs < performance.now()) await readOnce()
      // A look that was under way already may have begun before the key was made, so a second one decides.
      for (let looks = 0; looks < 2 && !keys.has(kid); looks += 1) await readOnce()
      const key = keys.get(kid)
      if (key === undefined) throw invalidToken()
      return key
    },
    forgetKeys() {
      keys = new Map()
    },
  }
}

function forgetOldest(remembered: Map<string, unknown>): void {
  const [oldest] = remembered.keys()
  if (oldest !== undefined) remembered.delete(oldest)
}
