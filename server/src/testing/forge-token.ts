import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose'
import type { Shop } from '../shop.ts'

type TestShop = Pick<Shop, 'database'>

export interface Forger {
  readonly kid: string
  /** A token in the shop's own form, signed with a key that the shop takes for its own, but for what is told here. */
  sign(claims?: Record<string, unknown>, header?: Record<string, unknown>): Promise<string>
}

/** Gives the shop a signing key that the test knows too, so that tokens can be wrong in one thing alone. */
export async function startForger({ database }: TestShop, subject: string): Promise<Forger> {
  const kid = 'key-of-the-test'
  const { publicKey, privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true })
  await database.db
    .insertInto('signing_keys')
    .values({
      id: kid,
      public_key: JSON.stringify(await exportJWK(publicKey)),
      private_key: 'unknown',
      alg: 'EdDSA',
      crv: 'Ed25519',
      // Long ago, so that the shop itself does not sign with it.
      created_at: '2020-01-01T00:00:00.000Z',
      expires_at: null,
    })
    .execute()
  return {
    kid,
    sign: (claims, header) =>
      new SignJWT({ ...claimsOf(subject), ...claims })
        .setProtectedHeader({ alg: 'EdDSA', typ: 'at+jwt', kid, ...header })
        .sign(privateKey, { crit: { 'urn:evil': true } }),
  }
}

/** What the shop says of a customer in a token. */
export function claimsOf(subject: string): JWTPayload {
  const now = Math.floor(Date.now() / 1_000)
  return {
    sub: subject,
    email: 'ada@example.org',
    role: 'customer',
    iat: now,
    exp: now + 600,
    iss: 'urn:onhand:accounts',
    aud: 'urn:onhand:api',
  }
}

export async function expiredToken(shop: TestShop, subject: string): Promise<string> {
  const now = Math.floor(Date.now() / 1_000)
  return (await startForger(shop, subject)).sign({ iat: now - 700, exp: now - 100 })
}

/** A token whose bearer made himself an administrator. */
export function tamperedToken(token: string): string {
  const [header = '', claims = '', signature = ''] = token.split('.')
  const told = JSON.parse(Buffer.from(claims, 'base64url').toString())
  return [header, encode({ ...told, role: 'admin' }), signature].join('.')
}

/** A part of a token as it is written. */
export function encode(part: unknown): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url')
}
