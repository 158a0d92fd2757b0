import { expect, test } from 'vitest'
import { authCall, authGet, password, signUp } from '../testing/account-client.ts'
import { openTestShop, startTestShop } from '../testing/start-test-shop.ts'
import { freshDatabaseUrl } from '../testing/test-database.ts'

const ada = { email: 'ada@example.org', password, name: 'Ada' }

test('a name is changed and removed, by whom it belongs to alone, and nothing else with it', async () => {
  const shop = await startTestShop()
  const [own, other] = [await signUp(shop), await signUp(shop)]
  const nameOf = async ({ cookie }: { cookie: string }): Promise<string> =>
    (await authGet(shop.url, 'get-session', cookie)).body.user.name
  const change = (body: unknown, cookie?: string) => authCall(shop.url, 'update-user', body, cookie)
  const changed = await change({ name: '  Ada Lovelace ' }, own.cookie)
  expect([changed.status, changed.body.user]).toMatchObject([200, { id: own.id, name: 'Ada Lovelace' }])
  expect([await nameOf(own), await nameOf(other)]).toEqual(['Ada Lovelace', 'Ada'])
  expect((await change({ name: 'Eve' })).body.code).toBe('not_signed_in')
  for (const body of [{}, { name: 'x'.repeat(201) }, { name: 'Ada', role: 'admin' }, { name: 'a\u0000b' }]) {
    expect((await change(body, own.cookie)).body.code).toBe('invalid_request')
  }
  expect((await change({ name: '' }, own.cookie)).status).toBe(200)
  expect(await nameOf(own)).toBe('')
})

test('what the shop does not use of better-auth is not there', async () => {
  const shop = await startTestShop()
  const { cookie } = await signUp(shop, 'admin')
  const paths = ['ok', 'error', 'list-sessions', 'change-email', 'verify-password', 'sign-in/social']
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
