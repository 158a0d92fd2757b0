import { problems } from '@onhand/contract/problems'
import { expect, test } from 'vitest'
import { NoAnswer, Refusal } from '../../lib/api-errors.ts'
import { notSignedIn } from '../../lib/not-signed-in.ts'
import { refusalWords } from './refusal-words.ts'

function refusal(code: 'too_many_requests' | 'unavailable' | 'forbidden', retryAfterMs?: number): Refusal {
  return new Refusal({ type: '', ...problems[code], detail: '', code, requestId: '' }, retryAfterMs)
}

test('says when to try again, never too soon', () => {
  expect(refusalWords(refusal('too_many_requests', 1_000))).toContain('in 1 second.')
  expect(refusalWords(refusal('too_many_requests', 40_200))).toContain('in 41 seconds.')
  expect(refusalWords(refusal('too_many_requests', 700_000))).toContain('in 12 minutes.')
  expect(refusalWords(refusal('unavailable'))).toBe('The shop is very busy. Please try again in a moment.')
})

test('an outage takes nothing of what was typed, and a bug is not told as one', () => {
  expect(refusalWords(new NoAnswer('cut'))).toMatch(/still here/)
  expect(refusalWords(notSignedIn())).toMatch(/signed out meanwhile/)
  expect(refusalWords(refusal('forbidden'))).toBe('Not allowed.')
  expect(() => refusalWords(new TypeError('bug'))).toThrow('bug')
})
