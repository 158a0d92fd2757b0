import { expect, test } from 'vitest'
import { createAccessTokens } from './access-tokens.ts'
import { NoAnswer } from './api-errors.ts'
import { notSignedIn } from './not-signed-in.ts'
import { createSession } from './session.ts'
import { withMemory } from './text-storage.ts'

const lifeMs = 600_000

function tokenOf(shopper: string, number: number): string {
  const payload = btoa(JSON.stringify({ sub: shopper, n: number }))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
  return `e30.${payload}.x`
}

function setUp() {
  const session = createSession(
    withMemory(() => {
      throw new Error('forbidden')
    }),
  )
  session.begin('ada')
  const shop = {
    fetched: 0,
    nowMs: 0,
    clockAheadMs: 0,
    signedIn: 'ada',
    fails: undefined as Error | undefined,
  }
  const tokens = createAccessTokens({
    session,
    now: () => shop.nowMs + shop.clockAheadMs,
    async fetchToken() {
      shop.fetched += 1
      const number = shop.fetched
      await Promise.resolve()
      if (shop.fails) throw shop.fails
      return {
        token: tokenOf(shop.signedIn, number),
        expiresAt: new Date(shop.nowMs + lifeMs).toISOString(),
      }
    },
  })
  return { session, shop, tokens }
}

test('a token is fetched once for all who need it at the same time, and used until shortly before its end', async () => {
  const { shop, tokens } = setUp()
  const both = await Promise.all([tokens.tokenOf('ada'), tokens.tokenOf('ada')])
  expect(both).toEqual([tokenOf('ada', 1), tokenOf('ada', 1)])
  shop.nowMs = lifeMs - 40_000
  expect(await tokens.tokenOf('ada')).toBe(tokenOf('ada', 1))
  shop.nowMs = lifeMs - 20_000
  expect(await tokens.tokenOf('ada')).toBe(tokenOf('ada', 2))
  expect(shop.fetched).toBe(2)
})

test('a token that the shop did not take is fetched anew, once for all whom it was refused to', async () => {
  const { shop, tokens } = setUp()
  const refused = await tokens.tokenOf('ada')
  const renewed = await Promise.all([tokens.renew('ada', refused), tokens.renew('ada', refused)])
  expect(renewed).toEqual([tokenOf('ada', 2), tokenOf('ada', 2)])
  expect(await tokens.renew('ada', refused)).toBe(tokenOf('ada', 2))
  expect(shop.fetched).toBe(2)
})

test('a clock that is far ahead does not make every call fetch a token', async () => {
  const { shop, tokens } = setUp()
  shop.clockAheadMs = 5 * lifeMs
  for (let call = 0; call < 3; call += 1) await tokens.tokenOf('ada')
  expect(shop.fetched).toBe(1)
})

test('signing out drops the token, also one that is still on its way', async () => {
  const { session, shop, tokens } = setUp()
  await tokens.tokenOf('ada')
  session.end()
  await expect(tokens.tokenOf('ada')).rejects.toMatchObject({ problem: { code: 'not_signed_in' } })
  session.begin('ada')
  const onItsWay = tokens.tokenOf('ada')
  session.end()
  await expect(onItsWay).rejects.toMatchObject({ problem: { code: 'not_signed_in' } })
  expect(session.shopper()).toBeUndefined()
  expect(shop.fetched).toBe(2)
})

test('a session that is over on the server is over here', async () => {
  const { session, shop, tokens } = setUp()
  shop.fails = notSignedIn()
  await expect(tokens.tokenOf('ada')).rejects.toBe(shop.fails)
  expect(session.shopper()).toBeUndefined()
})

test('a shop that does not answer signs nobody out, and is asked again', async () => {
  const { session, shop, tokens } = setUp()
  shop.fails = new NoAnswer('cut')
  await expect(tokens.tokenOf('ada')).rejects.toBe(shop.fails)
  shop.fails = undefined
  expect(await tokens.tokenOf('ada')).toBe(tokenOf('ada', 2))
  expect(session.shopper()).toBe('ada')
})

test('when somebody else has signed in, nothing is done in their name', async () => {
  const { session, shop, tokens } = setUp()
  shop.signedIn = 'bo'
  await expect(tokens.tokenOf('ada')).rejects.toMatchObject({ problem: { code: 'not_signed_in' } })
  expect(session.shopper()).toBe('bo')
  expect(await tokens.tokenOf('bo')).toBe(tokenOf('bo', 1))
})
