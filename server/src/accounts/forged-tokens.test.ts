import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { expect, onTestFinished, test, vi } from 'vitest'
import { authCall, authGet, bearer, signIn, signUp } from '../testing/account-client.ts'
import { addTestProduct } from '../testing/add-test-product.ts'
import { call, checkout, type Reply, stockOf } from '../testing/api-client.ts'
import { claimsOf, encode, type Forger, startForger, tamperedToken } from '../testing/forge-token.ts'
import { startTestShop } from '../testing/start-test-shop.ts'

const now = (): number => Math.floor(Date.now() / 1_000)

/** Everything that a token can be wrong in, each made from a token that is right. */
const forgeries: Record<string, (forger: Forger, subject: string) => Promise<string> | string> = {
  'no algorithm': ({ kid }, id) => `${encode({ alg: 'none', typ: 'at+jwt', kid })}.${encode(claimsOf(id))}.`,
  'no algorithm, with a signature': ({ kid }, id) =>
    `${encode({ alg: 'none', typ: 'at+jwt', kid })}.${encode(claimsOf(id))}.eA`,
  'an algorithm in other letters': ({ kid }, id) =>
    `${encode({ alg: 'nOnE', typ: 'at+jwt', kid })}.${encode(claimsOf(id))}.eA`,
  'another issuer': (forger) => forger.sign({ iss: 'urn:evil' }),
  'no issuer': (forger) => forger.sign({ iss: undefined }),
  'another audience': (forger) => forger.sign({ aud: 'urn:onhand:accounts' }),
  'another type': (forger) => forger.sign({}, { typ: 'JWT' }),
  'no type': (forger) => forger.sign({}, { typ: undefined }),
  'a time that is over': (forger) => forger.sign({ iat: now() - 600, exp: now() - 10 }),
  'no end': (forger) => forger.sign({ exp: undefined }),
  'an end far away': (forger) => forger.sign({ iat: now() - 3_600, exp: now() + 86_400 }),
  'a beginning in the future': (forger) => forger.sign({ iat: now() + 60, exp: now() + 600 }),
  'not before the future': (forger) => forger.sign({ nbf: now() + 60 }),
  'no beginning': (forger) => forger.sign({ iat: undefined }),
  'no subject': (forger) => forger.sign({ sub: undefined }),
  'a subject that is no text': (forger) => forger.sign({ sub: { id: 'x' } }),
  'a role there is none of': (forger) => forger.sign({ role: 'owner' }),
  'two roles': (forger) => forger.sign({ role: ['customer', 'admin'] }),
  'a critical extension': (forger) => forger.sign({}, { crit: ['urn:evil'], 'urn:evil': 1 }),
  'a cut signature': async (forger) => (await forger.sign()).slice(0, -6),
  'a longer signature': async (forger) => `${await forger.sign()}AAAA`,
  'only a header': async (forger) => `${(await forger.sign()).split('.')[0]}..`,
  'changed claims': async (forger) => tamperedToken(await forger.sign()),
  'another token’s signature': async (forger) => {
    const [one, other] = [await forger.sign(), await forger.sign({ role: 'admin' })]
    return [...other.split('.').slice(0, 2), one.split('.')[2]].join('.')
  },
  'a made-up key': (forger) => forger.sign({}, { kid: 'made-up' }),
  'no key': (forger) => forger.sign({}, { kid: undefined }),
  'a key that is a path': (forger) => forger.sign({}, { kid: '../../../dev/null' }),
  'a key that is a query': (forger) => forger.sign({}, { kid: "x' or '1'='1" }),
  'a key that is a prototype': (forger) => forger.sign({}, { kid: '__proto__' }),
  'a key that is no text': (forger) => forger.sign({}, { kid: ['key-of-the-test'] }),
  'a key that is very long': (forger) => forger.sign({}, { kid: 'k'.repeat(3_000) }),
}

test('a token that is wrong in any one thing is refused everywhere, and nothing leaks', async () => {
  const shop = await startTestShop()
  const productId = await addTestProduct(shop, { name: 'Bowl', stock: 5 })
  const { id } = await signUp(shop)
  const forger = await startForger(shop, id)
  expect((await call(shop.url, '/api/orders', { headers: bearer(await forger.sign()) })).status).toBe(200)
  const tried = Object.entries(forgeries).map(async ([name, forge]) => {
    const headers = bearer(await forge(forger, id))
    const paths = ['/api/orders', '/api/products', '/api/admin/orders', '/api/nothing']
    const replies = paths.map((path) => call(shop.url, path, { headers }))
    replies.push(checkout(shop.url, [{ productId, quantity: 1 }], { headers }))
    for (const reply of await Promise.all(replies)) expectRefused(reply, name)
  })
  await Promise.all(tried)
  expect(await stockOf(shop.url, productId)).toEqual({ stock: 5, version: 1 })
})

function expectRefused({ status, headers, body }: Reply, name?: string): void {
  expect([status, body.code], name).toEqual([401, 'invalid_token'])
  expect(headers.get('WWW-Authenticate')).toMatch(/^Bearer/)
  expect(Object.keys(body).sort()).toEqual(['code', 'detail', 'requestId', 'status', 'title', 'type'])
  expect(JSON.stringify(body)).not.toMatch(/jose|ERR_|signature|kid|claim|issuer|audience|key-of/i)
}

test('a key that signs no more verifies what it may have signed, and then nothing, also when it is known', async () => {
  const shop = await startTestShop()
  const { id } = await signUp(shop)
  const { kid, sign } = await startForger(shop, id)
  const endKey = (minutesAgo: number) =>
    shop.database.db
      .updateTable('signing_keys')
      .set({ expires_at: new Date(Date.now() - minutesAgo * 60_000).toISOString() })
      .where('id', '=', kid)
      .execute()
  // Each token is another one, since a token that was verified is remembered.
  let asked = 0
  const ask = async () => {
    asked += 1
    const headers = bearer(await sign({ iat: now() - asked }))
    return call(shop.url, '/api/orders', { headers })
  }
  await endKey(5)
  expect((await ask()).status).toBe(200)
  await endKey(11)
  vi.useFakeTimers({ toFake: ['performance'] })
  onTestFinished(() => void vi.useRealTimers())
  vi.advanceTimersByTime(10 * 60_000)
  expectRefused(await ask())
})

test('a token signed with the public key as if it were a secret is refused', async () => {
  const shop = await startTestShop()
  const { id } = await signUp(shop)
  const { keys } = (await authGet(shop.url, 'jwks')).body
  const [{ kid, x }] = keys
  const secrets = [x, Buffer.from(x, 'base64url'), JSON.stringify(keys[0])]
  for (const alg of ['HS256', 'HS512']) {
    for (const secret of secrets) {
      const signed = `${encode({ alg, typ: 'at+jwt', kid })}.${encode({ ...claimsOf(id), role: 'admin' })}`
      const signature = createHmac(alg.replace('HS', 'sha'), secret).update(signed).digest('base64url')
      expectRefused(await call(shop.url, '/api/admin/orders', { headers: bearer(`${signed}.${signature}`) }))
    }
  }
})

test('a key that a token brings along, or says where to fetch, is neither believed nor fetched', async () => {
  const shop = await startTestShop()
  const { id } = await signUp(shop)
  const { kid } = (await authGet(shop.url, 'jwks')).body.keys[0]
  const { publicKey, privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true })
  const jwk = { ...(await exportJWK(publicKey)), kid, alg: 'EdDSA' }
  const fetched: string[] = []
  const evil = createServer((req, res) => {
    fetched.push(String(req.url))
    res.setHeader('Content-Type', 'application/json').end(JSON.stringify({ keys: [jwk] }))
  }).listen(0, '127.0.0.1')
  await once(evil, 'listening')
  onTestFinished(() => void evil.close())
  const url = `http://127.0.0.1:${(evil.address() as AddressInfo).port}/keys`
  for (const header of [{ jwk }, { jku: url }, { x5u: url }, { x5c: ['MIIB'] }, { jwk, kid: 'mine' }]) {
    const token = await new SignJWT({ ...claimsOf(id), role: 'admin' })
      .setProtectedHeader({ alg: 'EdDSA', typ: 'at+jwt', kid, ...header })
      .sign(privateKey)
    expectRefused(await call(shop.url, '/api/admin/orders', { headers: bearer(token) }))
  }
  expect(fetched).toEqual([])
})

test('an algorithm of another family is refused, though the key is the bearer’s own', async () => {
  const shop = await startTestShop()
  const { id } = await signUp(shop)
  const { kid } = (await authGet(shop.url, 'jwks')).body.keys[0]
  for (const alg of ['ES256', 'RS256', 'PS256']) {
    const { privateKey } = await generateKeyPair(alg)
    const token = await new SignJWT(claimsOf(id))
      .setProtectedHeader({ alg, typ: 'at+jwt', kid })
      .sign(privateKey)
    expectRefused(await call(shop.url, '/api/orders', { headers: bearer(token) }))
  }
})

test('two tokens in one request are refused, in two headers or in one, and a token in the address is none', async () => {
  const shop = await startTestShop()
  const { token } = await signUp(shop)
  const doubled = await askRaw(shop.url, [
    'Authorization',
    `Bearer ${token}`,
    'authorization',
    'Bearer a.b.c',
  ])
  expect([doubled.status, doubled.body.code]).toEqual([401, 'invalid_token'])
  for (const value of [
    `Bearer ${token}, Bearer ${token}`,
    `Bearer ${token} `.repeat(2).trim(),
    token,
    'Bearer',
  ]) {
    expectRefused(await call(shop.url, '/api/orders', { headers: { Authorization: value } }))
  }
  expect((await call(shop.url, `/api/orders?access_token=${token}`)).body.code).toBe('not_signed_in')
  expect((await call(shop.url, '/api/orders', { headers: { Cookie: `token=${token}` } })).status).toBe(401)
})

/** Sends headers as they are, which `fetch` would join. */
async function askRaw(url: string, headers: string[]): Promise<{ status: number; body: { code: string } }> {
  const { host, hostname, port } = new URL(url)
  const asked = request({ hostname, port, path: '/api/orders', headers: ['Host', host, ...headers] }).end()
  const [response] = await once(asked, 'response')
  let text = ''
  for await (const chunk of response) text += chunk
  return { status: response.statusCode, body: JSON.parse(text) }
}

test('after signing out everywhere a token works until its time is over, and gets no successor', async () => {
  const shop = await startTestShop()
  const { cookie, headers, email } = await signUp(shop)
  await authCall(shop.url, 'sign-out/everywhere', undefined, cookie)
  expect((await call(shop.url, '/api/orders', { headers })).status).toBe(200)
  expect((await authGet(shop.url, 'token', cookie)).status).toBe(401)
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 11 * 60 * 1_000 })
  onTestFinished(() => void vi.useRealTimers())
  expectRefused(await call(shop.url, '/api/orders', { headers }))
  expect((await signIn(shop, email)).token).not.toBe('')
})
