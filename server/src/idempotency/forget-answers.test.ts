import { expect, test, vi } from 'vitest'
import { addTestProduct } from '../testing/add-test-product.ts'
import { checkout } from '../testing/api-client.ts'
import { eventually } from '../testing/eventually.ts'
import { startTestShop } from '../testing/start-test-shop.ts'
import { forgetAnswers } from './forget-answers.ts'

const hourMs = 60 * 60 * 1_000
const oldAnswer = {
  owner: 'guest',
  request_hash: '',
  status: 409,
  body: '{}',
  created_at: '2026-01-01T00:00:00.000Z',
}

test('answers are kept for at least 24 hours, and forgotten after two days', async () => {
  const shop = await startTestShop()
  const productId = await addTestProduct(shop, { name: 'Bowl', stock: 9 })
  const buy = () => checkout(shop.url, [{ productId, quantity: 1 }], { key: 'k1' })
  const replayed = async () => (await buy()).headers.get('Idempotency-Replayed')
  await buy()
  expect(await forgetAnswers(shop.database, new Date(Date.now() + 25 * hourMs))).toBe(0)
  expect(await replayed()).toBe('true')
  expect(await forgetAnswers(shop.database, new Date(Date.now() + 49 * hourMs))).toBe(1)
  expect(await replayed()).toBeNull()
})

test('many old answers are forgotten, some at a time', async () => {
  const { database } = await startTestShop()
  const rows = Array.from({ length: 2_300 }, (_, n) => ({ ...oldAnswer, key: `old-${n}` }))
  for (let start = 0; start < rows.length; start += 500) {
    await database.db
      .insertInto('idempotency_keys')
      .values(rows.slice(start, start + 500))
      .execute()
  }
  expect(await forgetAnswers(database, new Date())).toBe(2_300)
})

test('an open shop forgets by itself, every hour', async () => {
  const intervals = vi.spyOn(globalThis, 'setInterval')
  const { db } = (await startTestShop()).database
  await db
    .insertInto('idempotency_keys')
    .values({ ...oldAnswer, key: 'old' })
    .execute()
  const [hourly] = intervals.mock.calls.find(([, everyMs]) => everyMs === hourMs) ?? []
  hourly?.()
  await eventually(async () =>
    expect(await db.selectFrom('idempotency_keys').select('key').execute()).toEqual([]),
  )
})
