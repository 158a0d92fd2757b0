import { expect, test } from 'vitest'
import type { Refusal } from '../refusal.ts'
import { createPlaces, type Places } from './places.ts'

function refusalOf(places: Places, holder: string | undefined): Pick<Refusal, 'code' | 'retryAfterSeconds'> {
  try {
    places.take(holder)
  } catch (error) {
    return error as Refusal
  }
  throw new Error('there was a place')
}

test('one holder has so many places, all have so many, and a place given back can be taken', () => {
  const places = createPlaces({ inAllMax: 5, perHolderMax: 2 })
  const leave = places.take('ada')
  places.take('ada')
  expect(refusalOf(places, 'ada')).toMatchObject({
    code: 'unavailable',
    retryAfterSeconds: expect.any(Number),
  })
  places.take('bob')
  leave()
  for (const holder of ['ada', 'eve', 'leo']) places.take(holder)
  expect(refusalOf(places, 'zoe').code).toBe('unavailable')
})

test('of somebody unknown only all places together are limited', () => {
  const places = createPlaces({ inAllMax: 5, perHolderMax: 1 })
  for (let n = 0; n < 5; n += 1) places.take(undefined)
  expect(refusalOf(places, undefined).code).toBe('unavailable')
})

test('who is refused is told different times to come back', () => {
  const places = createPlaces({ inAllMax: 0, perHolderMax: 0 })
  const times = Array.from({ length: 100 }, () => refusalOf(places, 'ada').retryAfterSeconds ?? 0)
  expect(Math.min(...times)).toBeGreaterThanOrEqual(5)
  expect(Math.max(...times)).toBeLessThanOrEqual(15)
  expect(new Set(times).size).toBeGreaterThan(3)
})
