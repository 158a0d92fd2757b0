import { expect, test } from 'vitest'
import { call, type Reply } from '../testing/api-client.ts'
import { openTestShop } from '../testing/start-test-shop.ts'
import { freshDatabaseUrl } from '../testing/test-database.ts'

test('a sender who changes too much is asked to wait, and nobody else is', async () => {
  const shop = await openTestShop(await freshDatabaseUrl(), { CHANGES_PER_SECOND: '1', TRUSTED_PROXIES: '1' })
  const from = (sender: string | undefined, method = 'POST'): Promise<Reply> =>
    call(shop.url, '/api/cart/checkout', {
      method,
      headers: {
        'Content-Type': 'application/json',
        ...(sender === undefined ? {} : { 'X-Forwarded-For': sender }),
      },
      ...(method === 'POST' ? { body: '{}' } : {}),
    })
  const statusesFrom = async (sender?: string): Promise<number[]> => {
    const replies = await Promise.all(Array.from({ length: 15 }, () => from(sender)))
    return replies.map(({ status }) => status)
  }
  const crowd = await statusesFrom('203.0.113.7')
  // One more when a second passes meanwhile.
  expect(crowd.filter((status) => status === 400).length).toBeOneOf([10, 11])
  expect(crowd.filter((status) => status === 429).length).toBeOneOf([4, 5])
  const refused = await from('203.0.113.7')
  expect([refused.status, refused.body.code]).toEqual([429, 'too_many_requests'])
  expect(Number(refused.headers.get('Retry-After'))).toBeOneOf([1, 2])
  expect((await from('203.0.113.7', 'GET')).status).toBe(405)
  expect((await from('203.0.113.8')).status).toBe(400)
  // A household has 2^64 addresses of IPv6.
  await statusesFrom('2001:db8::1')
  expect((await from('2001:db8::2')).status).toBe(429)
  expect((await from('2001:db8:0:1::1')).status).toBe(400)
  // Nobody is told of whom it comes from: the proxy itself asks.
  expect(new Set(await statusesFrom())).toEqual(new Set([400]))
  // Who says that he is of the shop's own network is somebody all the same.
  expect(new Set(await statusesFrom('127.0.0.1'))).toEqual(new Set([400, 429]))
})

test('shoppers who come through a proxy that was not made known are not taken for one sender', async () => {
  const shop = await openTestShop(await freshDatabaseUrl(), { CHANGES_PER_SECOND: '1' })
  const crowd = Array.from({ length: 15 }, (_, n) =>
    call(shop.url, '/api/cart/checkout', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-Forwarded-For': `203.0.113.${n}` },
      body: '{}',
    }),
  )
  const statuses = (await Promise.all(crowd)).map(({ status }) => status)
  expect(new Set(statuses)).toEqual(new Set([400]))
})
