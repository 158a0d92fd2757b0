import { expect, test, vi } from 'vitest'
import { authCall, authGet, cookieOf, password, signIn, signUp } from '../testing/account-client.ts'
import { call, type Reply } from '../testing/api-client.ts'
import { openTestShop, openTestShops, startTestShop } from '../testing/start-test-shop.ts'
import { freshDatabaseUrl } from '../testing/test-database.ts'
import { forgetExpired } from './forget-expired.ts'
import { mailFailure } from './mails.ts'

const ada = { email: 'ada@example.org', password, name: 'Ada' }

/** What an answer tells, less what is another in every answer. */
function toldBy({ status, headers, body }: Reply): unknown {
  const cookie = headers.getSetCookie().map((one) => one.replace(/=[^;]+/, '=…'))
  const text = JSON.stringify(body).replace(/"(id|createdAt|requestId)":"[^"]+"/g, '"$1":"…"')
  return { status, cookie, text, type: headers.get('Content-Type') }
}

async function mailsOf(url: string): Promise<Array<{ to: string; subject: string; text: string }>> {
  return (await call(url, '/dev/mailbox', { headers: { Accept: 'application/json' } })).body.mails
}

/** The token in the newest mail to this address. */
async function resetTokenOf(url: string, email: string): Promise<string> {
  return vi.waitFor(async () => {
    const mail = (await mailsOf(url)).find(({ to, text }) => to === email && text.includes('#token='))
    const token = /#token=(\S+)/.exec(mail?.text ?? '')?.[1]
    if (token === undefined) throw new Error('no link was mailed')
    return token
  })
}

test('signing up begins a session in a cookie that scripts cannot read, and it gives access tokens', async () => {
  const shop = await startTestShop()
  const made = await authCall(shop.url, 'sign-up/email', { ...ada, email: 'Ada@Example.org' })
  expect(made.status).toBe(200)
  expect(made.body).toEqual({
    user: {
      id: expect.stringMatching(/^usr_\w{32}$/),
      email: 'ada@example.org',
      name: 'Ada',
      role: 'customer',
      createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
    },
  })
  expect(made.headers.getSetCookie()).toEqual([
    expect.stringMatching(
      /^onhand\.session_token=[^;]+; Max-Age=2592000; Path=\/api\/auth; HttpOnly; SameSite=Lax$/,
    ),
  ])
  const cookie = cookieOf(made)
  expect((await authGet(shop.url, 'get-session', cookie)).body).toEqual(made.body)
  const issued = await authGet(shop.url, 'token', cookie)
  const [header, claims] = issued.body.token
    .split('.')
    .slice(0, 2)
    .map((part: string) => {
      return JSON.parse(Buffer.from(part, 'base64url').toString())
    })
  const { keys } = (await authGet(shop.url, 'jwks')).body
  expect(header).toEqual({ alg: 'EdDSA', typ: 'at+jwt', kid: keys[0].kid })
  expect(claims).toMatchObject({ sub: made.body.user.id, role: 'customer' })
  expect(claims.exp - claims.iat).toBeLessThanOrEqual(15 * 60)
  expect(JSON.stringify(keys)).not.toMatch(/"d"/)
  expect(issued.headers.get('Cache-Control')).toBe('no-store')
})

test('with https, the cookie is for https alone', async () => {
  const shop = await openTestShop(await freshDatabaseUrl(), { PUBLIC_URL: 'https://shop.example' })
  const made = await authCall(shop.url, 'sign-up/email', ada)
  expect(made.headers.getSetCookie()[0]).toMatch(/^__Secure-onhand\.session_token=.*; Secure/)
  const again = await authCall(shop.url, 'sign-up/email', { ...ada, password: 'another password' })
  expect(toldBy(again)).toEqual(toldBy(made))
})

test('nobody is signed in without a session, and there is no token then', async () => {
  const shop = await startTestShop()
  for (const cookie of [undefined, 'onhand.session_token=made.up', 'onhand.session_token=']) {
    expect((await authGet(shop.url, 'get-session', cookie)).body).toEqual({ user: null })
    const { status, body } = await authGet(shop.url, 'token', cookie)
    expect([status, body.code]).toEqual([401, 'not_signed_in'])
  }
})

test('signing up with an address that has an account looks the same, opens nothing, and its owner is told', async () => {
  const shop = await startTestShop()
  const first = await authCall(shop.url, 'sign-up/email', ada)
  const again = await authCall(shop.url, 'sign-up/email', { ...ada, password: 'another password' })
  expect(toldBy(again)).toEqual(toldBy(first))
  expect((await authGet(shop.url, 'token', cookieOf(again))).status).toBe(401)
  expect(cookieOf(again).length).toBeGreaterThan(90)
  await vi.waitFor(async () => {
    expect(await mailsOf(shop.url)).toMatchObject([{ to: ada.email, subject: 'You have an account already' }])
  })
  const known = await authCall(shop.url, 'sign-up/email', ada)
  expect(known.body.user.id).toBe(first.body.user.id)
  expect((await authGet(shop.url, 'token', cookieOf(known))).status).toBe(200)
  expect(await shop.database.db.selectFrom('users').select('id').execute()).toHaveLength(1)
})

test('two who sign up with one address at the same time make one account', async () => {
  const shop = await startTestShop()
  const made = await Promise.all([1, 2, 3].map(() => authCall(shop.url, 'sign-up/email', ada)))
  expect(made.map(({ status }) => status)).toEqual([200, 200, 200])
  expect(new Set(made.map(({ body }) => body.user.id)).size).toBe(1)
})

test('two processes that sign up one address at the same time make one account', async () => {
  const one = await startTestShop()
  const two = await openTestShop(one.databaseUrl)
  const made = await Promise.all([one, two].map(({ url }) => authCall(url, 'sign-up/email', ada)))
  expect(made.map(({ status }) => status)).toEqual([200, 200])
  expect(await one.database.db.selectFrom('users').select('id').execute()).toHaveLength(1)
})

test('a wrong password and an unknown address are answered alike', async () => {
  const shop = await startTestShop()
  await authCall(shop.url, 'sign-up/email', ada)
  const wrong = await authCall(shop.url, 'sign-in/email', { email: ada.email, password: 'another password' })
  const unknown = await authCall(shop.url, 'sign-in/email', { email: 'bo@example.org', password })
  expect([wrong.status, wrong.body.code]).toEqual([401, 'invalid_credentials'])
  expect(toldBy(unknown)).toEqual(toldBy(wrong))
})

test('ten tries for one address are enough for a while, whether it has an account or not', async () => {
  const shop = await startTestShop()
  await authCall(shop.url, 'sign-up/email', ada)
  for (const email of [ada.email, 'nobody@example.org']) {
    for (let tries = 0; tries < 10; tries += 1) {
      const { status } = await authCall(shop.url, 'sign-in/email', { email, password: 'another password' })
      expect(status).toBe(401)
    }
    const { status, body, headers } = await authCall(shop.url, 'sign-in/email', { email, password })
    expect([status, body.code]).toEqual([429, 'too_many_requests'])
    expect(Number(headers.get('Retry-After'))).toBeGreaterThan(60)
  }
  const upper = await authCall(shop.url, 'sign-in/email', { email: ada.email.toUpperCase(), password })
  expect(upper.status).toBe(429)
})

test('a stranger’s tries and sign-ups leave the owner the reset by mail, his sessions, and signing in', async () => {
  const [shop] = await openTestShops(await freshDatabaseUrl(), 1)
  const { email, cookie } = await signUp(shop)
  const guess = { email, password: 'another password', name: '' }
  const guessed = new Set<number>()
  // The tenth of this address was the owner's own.
  for (let tries = 0; tries < 9; tries += 1) {
    guessed.add((await authCall(shop.url, 'sign-up/email', guess)).status)
  }
  expect(guessed).toEqual(new Set([200]))
  const again = await authCall(shop.url, 'sign-up/email', { ...guess, password })
  expect([again.status, again.body.code]).toEqual([429, 'too_many_requests'])
  await signIn(shop, email)
  for (let tries = 0; tries < 11; tries += 1) {
    await authCall(shop.url, 'sign-in/email', { email, password: 'another password' })
  }
  expect((await authCall(shop.url, 'sign-in/email', { email, password })).status).toBe(429)
  const change = { currentPassword: password, newPassword: 'a password from now on' }
  const changed = await authCall(shop.url, 'change-password', change, cookie)
  expect(changed.status).toBe(200)
  expect((await authCall(shop.url, 'request-password-reset', { email })).status).toBe(200)
  const gone = await authCall(shop.url, 'delete-user', { password: change.newPassword }, cookieOf(changed))
  expect(gone.status).toBe(200)
})

test('ten tries of a password with one session are enough for a while', async () => {
  const [shop] = await openTestShops(await freshDatabaseUrl(), 1)
  const { cookie } = await signUp(shop)
  const wrong = { password: 'another password' }
  for (let tries = 0; tries < 10; tries += 1) {
    expect((await authCall(shop.url, 'delete-user', wrong, cookie)).status).toBe(401)
  }
  expect((await authCall(shop.url, 'delete-user', { password }, cookie)).status).toBe(429)
})

test('who knows the password in the end starts the count anew', async () => {
  const shop = await startTestShop()
  const { email } = await signUp(shop)
  for (let round = 0; round < 2; round += 1) {
    for (let tries = 0; tries < 9; tries += 1) {
      await authCall(shop.url, 'sign-in/email', { email, password: 'another password' })
    }
    expect((await authCall(shop.url, 'sign-in/email', { email, password })).status).toBe(200)
  }
})

test('one sender cannot try many addresses, and does not get around it by naming another sender', async () => {
  const shop = await startTestShop()
  // A made-up link is refused before anything is hashed, so that many tries cost little here.
  const statuses = new Set<number>()
  for (let tries = 0; tries < 125; tries += 1) {
    const { status } = await call(shop.url, '/api/auth/reset-password', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-Forwarded-For': `10.0.0.${tries}` },
      body: JSON.stringify({ token: 'made-up', newPassword: password }),
    })
    statuses.add(status)
  }
  expect(statuses).toEqual(new Set([400, 429]))
})

test('a proxy that is trusted says who the sender is', async () => {
  const shop = await openTestShop(await freshDatabaseUrl(), { TRUSTED_PROXIES: '1' })
  for (let tries = 0; tries < 125; tries += 1) {
    const { status } = await call(shop.url, '/api/auth/reset-password', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-Forwarded-For': `10.0.0.${tries}` },
      body: JSON.stringify({ token: 'made-up', newPassword: password }),
    })
    expect(status).toBe(400)
  }
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
    await vi.waitFor(async () => expect(await mailsOf(shop.url)).toHaveLength(asked + 1), 5_000)
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

test('an address gets three links an hour, and no more', async () => {
  const shop = await startTestShop()
  const ask = () => authCall(shop.url, 'request-password-reset', { email: ada.email })
  for (let asked = 0; asked < 3; asked += 1) expect((await ask()).status).toBe(200)
  expect((await ask()).status).toBe(429)
})

test('a shop in production keeps no mails to be read unless it is told to', async () => {
  const shop = await openTestShop(await freshDatabaseUrl(), { NODE_ENV: 'production' })
  expect((await call(shop.url, '/dev/mailbox')).status).toBe(404)
  const { email } = await signUp(shop)
  expect((await authCall(shop.url, 'request-password-reset', { email })).status).toBe(200)
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

test('what the shop does not use of better-auth is not there', async () => {
  const shop = await startTestShop()
  const { cookie } = await signUp(shop, 'admin')
  const paths = [
    'ok',
    'error',
    'list-sessions',
    'update-user',
    'change-email',
    'verify-password',
    'sign-in/social',
  ]
  const ofAdmins = [
    'set-role',
    'list-users',
    'create-user',
    'impersonate-user',
    'set-user-password',
    'remove-user',
  ]
  for (const path of [...paths, ...ofAdmins.map((one) => `admin/${one}`), 'reset-password/token', 'jwks/x']) {
    expect((await authCall(shop.url, path, {}, cookie)).status).toBe(404)
    expect((await authGet(shop.url, path, cookie)).status).toBe(404)
  }
})

test('the administrator of the settings is made at start, and whoever has the address already is left as he is', async () => {
  const databaseUrl = await freshDatabaseUrl()
  const env = { ADMIN_EMAIL: 'Owner@example.org', ADMIN_PASSWORD: password }
  for (let start = 0; start < 2; start += 1) {
    const shop = await openTestShop(databaseUrl, env)
    const { body } = await authCall(shop.url, 'sign-in/email', { email: 'owner@example.org', password })
    expect(body.user.role).toBe('admin')
    await authCall(shop.url, 'sign-up/email', ada)
    await shop.close()
  }
  const shop = await openTestShop(databaseUrl, { ...env, ADMIN_EMAIL: ada.email })
  expect((await authCall(shop.url, 'sign-in/email', ada)).status).toBe(400)
  const { body } = await authCall(shop.url, 'sign-in/email', { email: ada.email, password })
  expect(body.user.role).toBe('customer')
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
  const hours = (count: number) => new Date(Date.now() + count * 60 * 60 * 1_000)
  expect(await forgetExpired(shop.database, hours(0))).toBe(0)
  expect(await forgetExpired(shop.database, hours(2))).toBe(1)
  expect((await authGet(shop.url, 'token', cookie)).status).toBe(200)
  expect(await forgetExpired(shop.database, hours(31 * 24))).toBe(2)
  expect((await authGet(shop.url, 'token', cookie)).status).toBe(401)
})
