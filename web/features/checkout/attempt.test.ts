import { expect, test } from 'vitest'
import { attemptFor, finishAttempt, unfinishedAttempt } from './attempt.ts'

const body = (quantity: number) => ({ items: [{ productId: 'prod_a', quantity }] })

function createKeeper() {
  const kept = new Map<string, string>()
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => void kept.set(key, text),
    removeItem: (key: string) => void kept.delete(key),
  }
}

test('the same body keeps its key until there is a final answer, also over a reload', () => {
  const keeper = createKeeper()
  const { key } = attemptFor(body(1), keeper)
  expect(attemptFor(body(1), keeper).key).toBe(key)
  expect(unfinishedAttempt(keeper)).toEqual({ key, body: body(1) })
  finishAttempt(keeper)
  expect(unfinishedAttempt(keeper)).toBeUndefined()
  expect(attemptFor(body(1), keeper).key).not.toBe(key)
})

test('another body gets another key', () => {
  const keeper = createKeeper()
  const { key } = attemptFor(body(1), keeper)
  expect(attemptFor(body(2), keeper).key).not.toBe(key)
  expect(attemptFor({ ...body(2), contact: { email: 'ann@example.org' } }, keeper).key).not.toBe(key)
})

test('a kept attempt that makes no sense is passed over', () => {
  const keeper = createKeeper()
  keeper.setItem('onhand-checkout-attempt', '{"key":"","body":{}}')
  expect(unfinishedAttempt(keeper)).toBeUndefined()
  expect(attemptFor(body(1), keeper).key).not.toBe('')
})
