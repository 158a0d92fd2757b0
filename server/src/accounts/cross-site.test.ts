import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { request } from 'node:http'
import { expect, test } from 'vitest'
import { authCall, authGet, cookieOf, password, signUp } from '../testing/account-client.ts'
import { call } from '../testing/api-client.ts'
import { eventually } from '../testing/eventually.ts'
import { shared } from '../testing/shared.ts'
import { openTestShop, startTestShop } from '../testing/start-test-shop.ts'
import { freshDatabaseUrl } from '../testing/test-database.ts'

const crossSite: Array<[name: string, headers: Record<string, string>]> = [
  ['another site', { 'Sec-Fetch-Site': 'cross-site', Origin: 'https://evil.example' }],
  ['another site that hides its origin', { 'Sec-Fetch-Site': 'cross-site' }],
  ['a sister site', { 'Sec-Fetch-Site': 'same-site', Origin: 'https://blog.shop.example' }],
  ['an old browser on another site', { Origin: 'https://evil.example' }],
  ['a sandboxed frame', { Origin: 'null' }],
  ['a site whose name begins like ours', { Origin: 'http://127.0.0.1.evil.example' }],
  ['somebody who says nothing of it', {}],
]

/** Nothing happens to her in the tests that share her. */
const signedIn = shared(async () => {
  const shop = await startTestShop()
  return { shop, ...(await signUp(shop)) }
})

test.for(crossSite)('a request of %s with the cookie changes nothing', async ([, headers]) => {
  const { shop, cookie, email } = signedIn()
  const change = { currentPassword: password, newPassword: 'a password of eve' }
  const posts: Array<[path: string, body: unknown]> = [
    ['sign-out', undefined],
    ['sign-out/everywhere', undefined],
    ['change-password', change],
    ['delete-user', { password }],
    ['update-user', { name: 'Eve' }],
    ['sign-in/email', { email, password }],
  ]
  for (const [path, body] of posts) {
    const {
      status,
      headers: told,
      body: problem,
    } = await call(shop.url, `/api/auth/${path}`, {
      method: 'POST',
      headers: { Cookie: cookie, 'Content-Type': 'application/json', ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    expect([status, problem.code]).toEqual([403, 'forbidden'])
    expect(told.getSetCookie()).toEqual([])
    expect(told.get('Access-Control-Allow-Origin')).toBeNull()
  }
  expect((await authGet(shop.url, 'token', cookie)).status).toBe(200)
})

test('another site cannot sign somebody in either, and a form is no JSON', async () => {
  const shop = await startTestShop()
  const { email } = await signUp(shop)
  const body = JSON.stringify({ email, password })
  const signInFrom = (headers: Record<string, string>) =>
    call(shop.url, '/api/auth/sign-in/email', { method: 'POST', headers, body })
  const json = { 'Content-Type': 'application/json' }
  expect((await signInFrom({ ...json, Origin: 'https://evil.example' })).status).toBe(403)
  expect((await signInFrom({ 'Content-Type': 'text/plain' })).status).toBe(415)
  expect((await signInFrom({ ...json, 'Sec-Fetch-Site': 'same-origin' })).status).toBe(200)
  expect((await signInFrom(json)).status).toBe(200)
})

test('a session that somebody planted before is not the one that signing in begins', async () => {
  const shop = await startTestShop()
  const eve = await signUp(shop)
  const ada = await signUp(shop)
  for (const planted of [eve.cookie, 'onhand.session_token=planted.signature']) {
    const reply = await authCall(shop.url, 'sign-in/email', { email: ada.email, password }, planted)
    expect(reply.body.user.id).toBe(ada.id)
    const fresh = cookieOf(reply)
    expect(fresh).not.toBe(planted)
    expect((await authGet(shop.url, 'get-session', fresh)).body.user.id).toBe(ada.id)
    expect((await authGet(shop.url, 'get-session', planted)).body.user?.id).not.toBe(ada.id)
  }
})

test('a cookie whose signature is not ours is none', async () => {
  const shop = await startTestShop()
  const { cookie } = await signUp(shop)
  const session = await shop.database.db.selectFrom('sessions').select('token').executeTakeFirstOrThrow()
  const forged = [
    cookie.replace(/\.[^.]*$/, '.AAAA'),
    cookie.slice(0, -8),
    `onhand.session_token=${session.token}`,
    `onhand.session_token=${session.token}.${createHmac('sha256', '').update(session.token).digest('base64')}`,
  ]
  for (const one of forged) expect((await authGet(shop.url, 'token', one)).status).toBe(401)
})

test('a link in a mail leads to the shop, whatever host the request named', async () => {
  const shop = await openTestShop(await freshDatabaseUrl(), { PUBLIC_URL: 'https://shop.example' })
  const { email } = await signUp(shop)
  const { hostname, port } = new URL(shop.url)
  const body = JSON.stringify({ email })
  const asked = request({
    hostname,
    port,
    method: 'POST',
    path: '/api/auth/request-password-reset',
    headers: {
      Host: 'evil.example',
      'X-Forwarded-Host': 'evil.example',
      'Content-Type': 'application/json',
      'Content-Length': body.length,
    },
  }).end(body)
  const [response] = await once(asked, 'response')
  response.resume()
  await eventually(async () => {
    const { mails } = (await call(shop.url, '/dev/mailbox', { headers: { Accept: 'application/json' } })).body
    expect(mails[0].text).toMatch('https://shop.example/reset-password#token=')
    expect(mails[0].text).not.toMatch('evil')
  })
})
