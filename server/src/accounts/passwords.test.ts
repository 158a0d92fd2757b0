import { expect, test } from 'vitest'
import { Refusal } from '../refusal.ts'
import { hashPassword, verifyPassword } from './passwords.ts'

test('a password is known again by its hash, and no other is', async () => {
  const hash = await hashPassword('pässword')
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/)
  expect(await verifyPassword(hash, 'pässword')).toBe(true)
  expect(await verifyPassword(hash, 'pa\u0308ssword')).toBe(true)
  expect(await verifyPassword(hash, 'password')).toBe(false)
  expect(await hashPassword('pässword')).not.toBe(hash)
})

test('knows a hash that was computed elsewhere with other parameters', async () => {
  // The example of the reference implementation: https://github.com/P-H-C/phc-winner-argon2 (m=65536, t=2, p=4).
  const hash = '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc'
  expect(await verifyPassword(hash, 'password')).toBe(true)
  expect(await verifyPassword(hash, 'passwort')).toBe(false)
})

test('a storm of them is refused rather than kept waiting, and passes', async () => {
  // As cheap as a hash can be: a place in the line is the same for all.
  const cheap = '$argon2id$v=19$m=8,t=1,p=1$c29tZXNhbHQ$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'
  const wanted = Array.from({ length: 210 }, () => verifyPassword(cheap, 'password').catch(reasonOf))
  const came = Map.groupBy(await Promise.all(wanted), (outcome) => outcome)
  // Two hundred wait, and one or two are under way.
  expect([201, 202]).toContain(came.get(false)?.length)
  expect(new Set(came.keys())).toEqual(new Set([false, 'unavailable']))
  expect(await hashPassword('password')).toMatch(/^\$argon2id/)
})

function reasonOf(error: unknown): string {
  return error instanceof Refusal ? error.code : String(error)
}
