import { expect, test, vi } from 'vitest'
import type { Outcome, placeOrder } from './place-order.ts'
import { isRunning, runOrder } from './run-order.ts'

const attempt = { key: 'key-1', body: { items: [{ productId: 'prod_a', quantity: 1 }] } }

function createPlacing() {
  const { promise, resolve } = Promise.withResolvers<Outcome>()
  const retries: (() => void)[] = []
  const place = vi.fn<typeof placeOrder>((_attempt, { onRetry }) => {
    retries.push(onRetry)
    return promise
  })
  return { place, answer: resolve, retry: () => retries.forEach((tell) => void tell()) }
}

test('who comes back while an order is being sent joins its run, and starts no second one', async () => {
  const { place, answer, retry } = createPlacing()
  const [early, late] = [vi.fn(), vi.fn()]
  const first = runOrder(attempt, early, place)
  expect(isRunning(attempt)).toBe(true)
  retry()
  const second = runOrder(attempt, late, place)
  expect([early.mock.calls.length, late.mock.calls.length]).toEqual([1, 1])
  answer({ kind: 'unanswered' })
  expect(await Promise.all([first, second])).toEqual([{ kind: 'unanswered' }, { kind: 'unanswered' }])
  expect(place).toHaveBeenCalledTimes(1)
  expect(isRunning(attempt)).toBe(false)
})

test('another attempt, and the same once it ended, has a run of its own', async () => {
  const { place, answer } = createPlacing()
  answer({ kind: 'unanswered' })
  await runOrder(attempt, vi.fn(), place)
  await Promise.all([
    runOrder(attempt, vi.fn(), place),
    runOrder({ ...attempt, key: 'key-2' }, vi.fn(), place),
  ])
  expect(place).toHaveBeenCalledTimes(3)
})
