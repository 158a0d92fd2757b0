import { expect, test } from 'vitest'
import { authCall, cookieOf, password, signIn, signUp } from '../testing/account-client.ts'
import { call } from '../testing/api-client.ts'
import { openTestShop, openTestShops, startTestShop } from '../testing/start-test-shop.ts'
import { freshDatabaseUrl } from '../testing/test-database.ts'

const ada = { email: 'ada@example.org', password, name: 'Ada' }

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

test('an address gets three links an hour, and no more', async () => {
  const shop = await startTestShop()
  const ask = () => authCall(shop.url, 'request-password-reset', { email: ada.email })
  for (let asked = 0; asked < 3; asked += 1) expect((await ask()).status).toBe(200)
  expect((await ask()).status).toBe(429)
})
