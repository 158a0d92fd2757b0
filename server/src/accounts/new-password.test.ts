import { expect, test } from 'vitest'
import { authCall, authGet, cookieOf, password, signIn, signUp } from '../testing/account-client.ts'
import { call } from '../testing/api-client.ts'
import { eventually } from '../testing/eventually.ts'
import { mailsOf, resetTokenOf } from '../testing/mailbox.ts'
import { openTestShop, openTestShops, startTestShop } from '../testing/start-test-shop.ts'
import { freshDatabaseUrl } from '../testing/test-database.ts'
import { toldBy } from '../testing/what-is-told.ts'
import { mailFailure } from './mails.ts'

test('a changed password ends the other sessions and the old password', async () => {
  const shop = await startTestShop()
  const phone = await signUp(shop)
  const laptop = await signIn(shop, phone.email)
  const change = { currentPassword: password, newPassword: 'a password from now on' }
  const wrong = { ...change, currentPassword: 'another password' }
  expect((await authCall(shop.url, 'change-password', wrong, phone.cookie)).body.code).toBe(
    'invalid_credentials',
  )
  expect((await authCall(shop.url, 'change-password', change)).body.code).toBe('not_signed_in')
  const changed = await authCall(shop.url, 'change-password', change, phone.cookie)
  expect(changed.status).toBe(200)
  expect((await authGet(shop.url, 'token', cookieOf(changed))).status).toBe(200)
  expect((await authGet(shop.url, 'token', laptop.cookie)).status).toBe(401)
  const { email } = phone
  expect((await authCall(shop.url, 'sign-in/email', { email, password })).status).toBe(401)
  expect((await authCall(shop.url, 'sign-in/email', { email, password: change.newPassword })).status).toBe(
    200,
  )
})

test('a forgotten password is set anew by a mailed link, once, and ends every session', async () => {
  const shop = await startTestShop()
  const { email, cookie } = await signUp(shop)
  const asked = await authCall(shop.url, 'request-password-reset', { email })
  const unknown = await authCall(shop.url, 'request-password-reset', { email: 'nobody@example.org' })
  expect(toldBy(unknown)).toEqual(toldBy(asked))
  const token = await resetTokenOf(shop.url, email)
  const rows = await shop.database.db.selectFrom('verifications').selectAll().execute()
  expect(JSON.stringify(rows)).not.toContain(token)
  const newPassword = 'a password from now on'
  const reset = { token, newPassword }
  expect((await authCall(shop.url, 'reset-password', { ...reset, token: 'made-up' })).body.code).toBe(
    'reset_link_expired',
  )
  expect((await authCall(shop.url, 'reset-password', reset)).status).toBe(200)
  expect((await authCall(shop.url, 'reset-password', reset)).body.code).toBe('reset_link_expired')
  expect((await authGet(shop.url, 'token', cookie)).status).toBe(401)
  expect((await authCall(shop.url, 'sign-in/email', { email, password: newPassword })).status).toBe(200)
  expect((await mailsOf(shop.url)).map(({ to }) => to)).toEqual([email])
})

test('an account whose password was never written can neither change it nor be deleted with it', async () => {
  const shop = await startTestShop()
  const { cookie } = await signUp(shop)
  await shop.database.db.deleteFrom('credentials').execute()
  const change = { currentPassword: password, newPassword: 'a password from now on' }
  const changed = await authCall(shop.url, 'change-password', change, cookie)
  expect([changed.status, changed.body.code]).toEqual([401, 'invalid_credentials'])
  const deleted = await authCall(shop.url, 'delete-user', { password }, cookie)
  expect([deleted.status, deleted.body.code]).toEqual([401, 'invalid_credentials'])
})

test('of a mail that was not sent nothing is logged that could hold the mail', () => {
  const error = Object.assign(new Error('refused'), { code: 'EENVELOPE', mail: { text: 'a link' } })
  expect(mailFailure(error)).toEqual({ code: 'EENVELOPE', message: 'refused' })
})

test('a new password ends the other links that were mailed before', async () => {
  const [shop] = await openTestShops(await freshDatabaseUrl(), 1)
  const { email, cookie } = await signUp(shop)
  const tokens: string[] = []
  for (let asked = 0; asked < 3; asked += 1) {
    await authCall(shop.url, 'request-password-reset', { email })
    await eventually(async () => expect(await mailsOf(shop.url)).toHaveLength(asked + 1), 5_000)
    tokens.push(await resetTokenOf(shop.url, email))
  }
  const reset = (token = '', newPassword = password) =>
    authCall(shop.url, 'reset-password', { token, newPassword })
  const change = { currentPassword: password, newPassword: 'a password from now on' }
  expect((await reset(tokens[0])).status).toBe(200)
  expect((await reset(tokens[1], 'a password of eve')).body.code).toBe('reset_link_expired')
  expect((await authCall(shop.url, 'change-password', change, cookie)).status).toBe(401)
  const rows = await shop.database.db.selectFrom('verifications').select('id').execute()
  expect(rows).toEqual([])
})

test('a changed password ends the links that were mailed before', async () => {
  const [shop] = await openTestShops(await freshDatabaseUrl(), 1)
  const { email, cookie } = await signUp(shop)
  await authCall(shop.url, 'request-password-reset', { email })
  const token = await resetTokenOf(shop.url, email)
  const change = { currentPassword: password, newPassword: 'a password from now on' }
  expect((await authCall(shop.url, 'change-password', change, cookie)).status).toBe(200)
  const reset = { token, newPassword: 'a password of eve' }
  expect((await authCall(shop.url, 'reset-password', reset)).body.code).toBe('reset_link_expired')
})

test('a shop in production keeps no mails to be read unless it is told to, and promises none', async () => {
  const shop = await openTestShop(await freshDatabaseUrl(), { NODE_ENV: 'production' })
  expect((await call(shop.url, '/dev/mailbox')).status).toBe(404)
  const { email } = await signUp(shop)
  const asked = await authCall(shop.url, 'request-password-reset', { email })
  const unknown = await authCall(shop.url, 'request-password-reset', { email: 'nobody@example.org' })
  expect([asked.status, asked.body.code]).toEqual([501, 'mail_not_set_up'])
  expect(toldBy(unknown)).toEqual(toldBy(asked))
  expect(await shop.database.db.selectFrom('verifications').selectAll().execute()).toEqual([])
})
