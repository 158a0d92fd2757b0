import { afterAll, expect, test, vi } from 'vitest'
import { authCall, password, signUp } from '../testing/account-client.ts'
import { call, type Reply } from '../testing/api-client.ts'
import { eventually } from '../testing/eventually.ts'
import type { TestShop } from '../testing/start-test-shop.ts'

// Files share what they loaded; this one needs a shop that knows the watched passwords, and takes it away again.
vi.resetModules()
vi.mock(import('./passwords.ts'), async (importOriginal) => {
  const passwords = await importOriginal()
  return { ...passwords, verifyPassword: vi.fn(passwords.verifyPassword) }
})
const { startTestShop } = await import('../testing/start-test-shop.ts')
const { verifyPassword } = await import('./passwords.ts')
afterAll(() => {
  vi.resetModules()
})

const newPassword = 'a password from now on'

/** What whoever knows the old password is answered when it is found right, but a moment later another one is set. */
async function overtaken(tryOld: () => Promise<Reply>, setNew: () => Promise<Reply>): Promise<Reply> {
  const verified = Promise.withResolvers<void>()
  const goOn = Promise.withResolvers<void>()
  const verify = vi.mocked(verifyPassword).getMockImplementation() ?? verifyPassword
  vi.mocked(verifyPassword).mockImplementationOnce(async (...tried) => {
    const isRight = await verify(...tried)
    verified.resolve()
    await goOn.promise
    return isRight
  })
  const reply = tryOld()
  await verified.promise
  expect((await setNew()).status).toBe(200)
  goOn.resolve()
  return reply
}

/** The token in the newest mail to this address. */
async function mailedToken(url: string, email: string): Promise<string> {
  await authCall(url, 'request-password-reset', { email })
  return eventually(async () => {
    const { mails } = (await call(url, '/dev/mailbox', { headers: { Accept: 'application/json' } })).body
    const token = /#token=(\S+)/.exec(mails[0]?.text ?? '')?.[1]
    if (token === undefined) throw new Error('no link was mailed')
    return token
  })
}

async function sessionsOf({ database }: TestShop): Promise<number> {
  return (await database.db.selectFrom('sessions').select('id').execute()).length
}

test('a sign-in that was under way with the old password when a mailed link sets a new one begins no session', async () => {
  const shop = await startTestShop()
  const { email } = await signUp(shop)
  const token = await mailedToken(shop.url, email)
  const reply = await overtaken(
    () => authCall(shop.url, 'sign-in/email', { email, password }),
    () => authCall(shop.url, 'reset-password', { token, newPassword }),
  )
  expect([reply.status, reply.body.code]).toEqual([401, 'invalid_credentials'])
  expect(reply.headers.getSetCookie()).toEqual([])
  expect(await sessionsOf(shop)).toBe(0)
})

test('a sign-in that was under way with the old password when it is changed begins no session', async () => {
  const shop = await startTestShop()
  const { email, cookie } = await signUp(shop)
  const change = { currentPassword: password, newPassword }
  const reply = await overtaken(
    () => authCall(shop.url, 'sign-in/email', { email, password }),
    () => authCall(shop.url, 'change-password', change, cookie),
  )
  expect([reply.status, reply.body.code]).toEqual([401, 'invalid_credentials'])
  expect(await sessionsOf(shop)).toBe(1)
})

test('a change that was under way with the old password when a mailed link sets a new one does not replace it', async () => {
  const shop = await startTestShop()
  const { email, cookie } = await signUp(shop)
  const token = await mailedToken(shop.url, email)
  const change = { currentPassword: password, newPassword: 'a password of eve' }
  const reply = await overtaken(
    () => authCall(shop.url, 'change-password', change, cookie),
    () => authCall(shop.url, 'reset-password', { token, newPassword }),
  )
  expect([reply.status, reply.body.code]).toEqual([401, 'invalid_credentials'])
  expect(await sessionsOf(shop)).toBe(0)
  expect((await authCall(shop.url, 'sign-in/email', { email, password: newPassword })).status).toBe(200)
})
