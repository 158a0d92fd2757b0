import type { Order } from '@onhand/contract/orders'
import { expect, test, vi } from 'vitest'
import { NoAnswer, Refusal } from '../../lib/api-errors.ts'
import { notSignedIn } from '../../lib/not-signed-in.ts'
import { placeOrder } from './place-order.ts'

const attempt = { key: 'key-1', body: { items: [{ productId: 'prod_a', quantity: 1 }] } }
const order: Order = {
  id: 'ord_1',
  status: 'placed',
  items: [],
  total: 0,
  currency: 'EUR',
  createdAt: '2026-01-01T00:00:00Z',
}

function refusal(
  code: 'unavailable' | 'too_many_requests' | 'insufficient_stock',
  status: number,
  retryAfterMs?: number,
): Refusal {
  const problem = { type: '', title: '', status, detail: '', code, requestId: 'r' }
  return new Refusal(problem, retryAfterMs)
}

function answers(...given: (Order | Error)[]) {
  const sent: string[] = []
  const paused: number[] = []
  const onRetry = vi.fn()
  const outcome = placeOrder(attempt, {
    onRetry,
    send: async ({ key }) => {
      sent.push(key)
      const answer = given[sent.length - 1] ?? new NoAnswer('nothing')
      if (answer instanceof Error) throw answer
      return answer
    },
    pause: async (ms) => void paused.push(ms),
  })
  return { outcome, sent, paused, onRetry }
}

test('asks again with the same key when no answer came', async () => {
  const { outcome, sent, paused, onRetry } = answers(new NoAnswer('cut'), new NoAnswer('cut'), order)
  expect(await outcome).toEqual({ kind: 'placed', order })
  expect(sent).toEqual(['key-1', 'key-1', 'key-1'])
  expect(paused).toEqual([1_000, 2_000])
  expect(onRetry).toHaveBeenCalledTimes(2)
})

test('waits as long as the shop asks for, within reason', async () => {
  const { outcome, paused } = answers(
    refusal('unavailable', 503, 5_000),
    refusal('unavailable', 503, 900_000),
    order,
  )
  await outcome
  expect(paused).toEqual([5_000, 30_000])
})

test('is not told by a shop that asks to wait what became of the try before', async () => {
  const wait = refusal('too_many_requests', 429, 3_000)
  const { outcome, sent, paused } = answers(new NoAnswer('cut'), wait, order)
  expect(await outcome).toEqual({ kind: 'placed', order })
  expect(sent).toEqual(['key-1', 'key-1', 'key-1'])
  expect(paused).toEqual([1_000, 3_000])
  expect(await answers(new NoAnswer('cut'), wait, wait, wait).outcome).toEqual({ kind: 'unanswered' })
})

test('takes a refusal for final', async () => {
  const short = refusal('insufficient_stock', 409)
  const { outcome, sent } = answers(short)
  expect(await outcome).toEqual({ kind: 'refused', refusal: short })
  expect(sent).toHaveLength(1)
})

test('stops after a few tries and says that nobody knows', async () => {
  const { outcome, sent } = answers()
  expect(await outcome).toEqual({ kind: 'unanswered' })
  expect(sent).toHaveLength(4)
})

test('being signed out is a refusal at first, but no answer to what was sent before', async () => {
  expect(await answers(notSignedIn()).outcome).toMatchObject({ kind: 'refused' })
  const { outcome, sent } = answers(new NoAnswer('cut'), notSignedIn())
  expect(await outcome).toEqual({ kind: 'unanswered' })
  expect(sent).toHaveLength(2)
})
