import { expect, test } from 'vitest'
import { authCall, authGet, cookieOf, password } from '../testing/account-client.ts'
import { eventually } from '../testing/eventually.ts'
import { mailsOf } from '../testing/mailbox.ts'
import { openTestShop, startTestShop } from '../testing/start-test-shop.ts'
import { freshDatabaseUrl } from '../testing/test-database.ts'
import { toldBy } from '../testing/what-is-told.ts'

const ada = { email: 'ada@example.org', password, name: 'Ada' }

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

test('signing up with an address that has an account looks the same, opens nothing, and its owner is told', async () => {
  const shop = await startTestShop()
  const first = await authCall(shop.url, 'sign-up/email', ada)
  const again = await authCall(shop.url, 'sign-up/email', { ...ada, password: 'another password' })
  expect(toldBy(again)).toEqual(toldBy(first))
  expect((await authGet(shop.url, 'token', cookieOf(again))).status).toBe(401)
  expect(cookieOf(again).length).toBeGreaterThan(90)
  await eventually(async () => {
    expect(await mailsOf(shop.url)).toMatchObject([{ to: ada.email, subject: 'You have an account already' }])
  })
  const known = await authCall(shop.url, 'sign-up/email', ada)
  expect(known.body.user.id).toBe(first.body.user.id)
  expect((await authGet(shop.url, 'token', cookieOf(known))).status).toBe(200)
  expect(await shop.database.db.selectFrom('users').select('id').execute()).toHaveLength(1)
})

test('an address is one account, whether its domain comes in its own letters or as mail servers name it', async () => {
  const shop = await startTestShop()
  const made = await authCall(shop.url, 'sign-up/email', { ...ada, email: 'ada@bücher.example' })
  expect(made.body.user.email).toBe('ada@xn--bcher-kva.example')
  const asSentByOthers = { email: 'Ada@xn--bcher-kva.example', password }
  expect((await authCall(shop.url, 'sign-in/email', asSentByOthers)).body).toEqual(made.body)
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
