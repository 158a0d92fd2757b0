import { expect, test } from 'vitest'
import { authCall, authGet, password, signIn, signUp } from '../testing/account-client.ts'
import { call } from '../testing/api-client.ts'
import { resetTokenOf } from '../testing/mailbox.ts'
import { openTestShop, openTestShops, startTestShop } from '../testing/start-test-shop.ts'
import { freshDatabaseUrl } from '../testing/test-database.ts'
import { toldBy } from '../testing/what-is-told.ts'
import { forgetExpired } from './forget-expired.ts'

const ada = { email: 'ada@example.org', password, name: 'Ada' }

test('nobody is signed in without a session, and there is no token then', async () => {
  const shop = await startTestShop()
  for (const cookie of [undefined, 'onhand.session_token=made.up', 'onhand.session_token=']) {
    expect((await authGet(shop.url, 'get-session', cookie)).body).toEqual({ user: null })
    const { status, body } = await authGet(shop.url, 'token', cookie)
    expect([status, body.code]).toEqual([401, 'not_signed_in'])
  }
})

test('a wrong password and an unknown address are answered alike', async () => {
  const shop = await startTestShop()
  await authCall(shop.url, 'sign-up/email', ada)
  const wrong = await authCall(shop.url, 'sign-in/email', { email: ada.email, password: 'another password' })
  const unknown = await authCall(shop.url, 'sign-in/email', { email: 'bo@example.org', password })
  expect([wrong.status, wrong.body.code]).toEqual([401, 'invalid_credentials'])
  expect(toldBy(unknown)).toEqual(toldBy(wrong))
})

test('signing out ends the session on this device only', async () => {
  const shop = await startTestShop()
  const phone = await signUp(shop)
  const laptop = await signIn(shop, phone.email)
  const out = await authCall(shop.url, 'sign-out', undefined, phone.cookie)
  expect(out.body).toEqual({ done: true })
  expect(out.headers.getSetCookie()[0]).toMatch(/^onhand\.session_token=; Max-Age=0/)
  expect((await authGet(shop.url, 'token', phone.cookie)).status).toBe(401)
  expect((await authGet(shop.url, 'token', laptop.cookie)).status).toBe(200)
})

test('signing out everywhere ends the session on every device, and nobody else’s', async () => {
  const shop = await startTestShop()
  const phone = await signUp(shop)
  const laptop = await signIn(shop, phone.email)
  const other = await signUp(shop)
  expect((await authCall(shop.url, 'sign-out/everywhere', undefined, phone.cookie)).status).toBe(200)
  expect((await authGet(shop.url, 'token', phone.cookie)).status).toBe(401)
  expect((await authGet(shop.url, 'token', laptop.cookie)).status).toBe(401)
  expect((await authGet(shop.url, 'token', other.cookie)).status).toBe(200)
  expect((await authCall(shop.url, 'sign-out/everywhere')).status).toBe(401)
})

test('a deleted account is gone, with its sessions and tokens', async () => {
  const shop = await startTestShop()
  const { email, cookie, headers } = await signUp(shop)
  const wrong = await authCall(shop.url, 'delete-user', { password: 'another password' }, cookie)
  expect(wrong.body.code).toBe('invalid_credentials')
  const gone = await authCall(shop.url, 'delete-user', { password }, cookie)
  expect(gone.body).toEqual({ done: true })
  expect((await authGet(shop.url, 'token', cookie)).status).toBe(401)
  expect((await call(shop.url, '/api/products', { headers })).body.code).toBe('invalid_token')
  expect((await authCall(shop.url, 'sign-in/email', { email, password })).status).toBe(401)
  for (const table of ['users', 'sessions', 'credentials', 'verifications'] as const) {
    expect(await shop.database.db.selectFrom(table).selectAll().execute()).toEqual([])
  }
})

test('sessions and tokens outlive a restart', async () => {
  const databaseUrl = await freshDatabaseUrl()
  const before = await openTestShop(databaseUrl)
  const { cookie, headers } = await signUp(before)
  await before.close()
  const shop = await openTestShop(databaseUrl)
  expect((await authGet(shop.url, 'token', cookie)).status).toBe(200)
  expect((await call(shop.url, '/api/products', { headers })).status).toBe(200)
})

test('another secret ends all sessions and, once somebody signs in again, the tokens of before', async () => {
  const databaseUrl = await freshDatabaseUrl()
  const before = await openTestShop(databaseUrl)
  const { cookie, email, headers: old } = await signUp(before)
  await before.close()
  const env = { AUTH_SECRET: 'another secret of the tests, just as long' }
  const [shop] = await openTestShops(databaseUrl, 1, env)
  expect((await authGet(shop.url, 'token', cookie)).status).toBe(401)
  expect((await call(shop.url, '/api/orders', { headers: old })).status).toBe(200)
  const { headers } = await signIn(shop, email)
  expect((await call(shop.url, '/api/orders', { headers })).status).toBe(200)
  expect((await call(shop.url, '/api/orders', { headers: old })).body.code).toBe('invalid_token')
  expect((await authGet(shop.url, 'jwks')).body.keys).toHaveLength(1)
})

test('sessions and links whose time is over are forgotten, and no others', async () => {
  const shop = await startTestShop()
  const { email, cookie } = await signUp(shop)
  await authCall(shop.url, 'request-password-reset', { email })
  await resetTokenOf(shop.url, email)
  // Those are forgotten too, where they are counted in the database.
  await shop.database.db.deleteFrom('tries').execute()
  const hours = (count: number) => new Date(Date.now() + count * 60 * 60 * 1_000)
  expect(await forgetExpired(shop.database, hours(0))).toBe(0)
  expect(await forgetExpired(shop.database, hours(2))).toBe(1)
  expect((await authGet(shop.url, 'token', cookie)).status).toBe(200)
  expect(await forgetExpired(shop.database, hours(31 * 24))).toBe(1)
  expect((await authGet(shop.url, 'token', cookie)).status).toBe(401)
})
