import { expect, test } from 'vitest'
import { authCall, password, signUp } from '../testing/account-client.ts'
import { openTestShops } from '../testing/start-test-shop.ts'
import { freshDatabaseUrl } from '../testing/test-database.ts'
import { forgetExpired } from './forget-expired.ts'

test.runIf(process.env.TEST_ENGINE === 'postgres')(
  'tries at a password are counted by all processes together, and forgiven by all',
  async () => {
    const shops = await openTestShops(await freshDatabaseUrl(), 2)
    const [first, second = first] = shops
    const { email } = await signUp(first)
    const tryAt = async (shop: { url: string }, tried: string): Promise<number> =>
      (await authCall(shop.url, 'sign-in/email', { email, password: tried })).status
    for (const shop of [first, second, first, second]) expect(await tryAt(shop, 'wrong')).toBe(401)
    expect(await tryAt(second, password)).toBe(200)
    const wrong = Array.from({ length: 12 }, (_, n) => tryAt(n % 2 === 0 ? first : second, 'wrong'))
    const statuses = await Promise.all(wrong)
    expect(statuses.filter((status) => status === 401)).toHaveLength(10)
    const refused = await authCall(second.url, 'sign-in/email', { email, password })
    expect([refused.status, refused.body.code]).toEqual([429, 'too_many_requests'])
    expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(800)
    const { db } = first.database
    expect(JSON.stringify(await db.selectFrom('tries').selectAll().execute())).not.toContain('@')
    await db.updateTable('tries').set({ expires_at: new Date().toISOString() }).execute()
    expect(await tryAt(first, password)).toBe(200)
    await tryAt(first, 'wrong')
    expect(await forgetExpired(first.database, new Date(Date.now() + 3_600_000))).toBeGreaterThan(0)
    expect(await db.selectFrom('tries').selectAll().execute()).toEqual([])
  },
)
