import { expect, test } from 'vitest'
import { withMemory } from '../../lib/text-storage.ts'
import { attemptFor, finishAttempt, unfinishedAttempt } from './attempt.ts'
import { forgetShoppersAttempt } from './forget-attempt.ts'

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
  expect(finishAttempt(keeper, key)).toBe(true)
  expect(unfinishedAttempt(keeper)).toBeUndefined()
  expect(attemptFor(body(1), keeper).key).not.toBe(key)
})

test('an attempt is finished once, and only by its own answer', () => {
  const keeper = createKeeper()
  const first = attemptFor(body(1), keeper)
  const second = attemptFor(body(2), keeper)
  expect(finishAttempt(keeper, first.key)).toBe(false)
  expect(unfinishedAttempt(keeper)).toEqual(second)
  expect(finishAttempt(keeper, second.key)).toBe(true)
  expect(finishAttempt(keeper, second.key)).toBe(false)
})

test('an attempt is known to its page even when the browser keeps nothing', () => {
  const forbidden = withMemory(() => {
    throw new Error('forbidden')
  })
  const { key } = attemptFor(body(1), forbidden)
  expect(unfinishedAttempt(forbidden)).toEqual({ key, body: body(1) })
  expect(finishAttempt(forbidden, key)).toBe(true)
  expect(unfinishedAttempt(forbidden)).toBeUndefined()
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

test('a shopper’s attempt is nobody else’s to send again; a guest’s is the browser’s', () => {
  const keeper = createKeeper()
  const own = attemptFor(body(1), keeper, 'ada')
  expect(own.shopper).toBe('ada')
  expect(unfinishedAttempt(keeper, 'ada')).toEqual(own)
  expect(unfinishedAttempt(keeper)).toBeUndefined()
  expect(unfinishedAttempt(keeper, 'bo')).toBeUndefined()
  const guests = attemptFor(body(1), keeper)
  expect(guests).not.toMatchObject({ key: own.key })
  expect(attemptFor(body(1), keeper, 'ada')).toEqual({ key: guests.key, body: body(1) })
})

test('who leaves takes an attempt of theirs along, and no guest’s', () => {
  const keeper = createKeeper()
  const guests = attemptFor(body(1), keeper)
  forgetShoppersAttempt(keeper)
  expect(unfinishedAttempt(keeper)).toEqual({ key: guests.key, body: body(1) })
  finishAttempt(keeper, guests.key)
  attemptFor(body(1), keeper, 'ada')
  forgetShoppersAttempt(keeper)
  expect(unfinishedAttempt(keeper, 'ada')).toBeUndefined()
})
