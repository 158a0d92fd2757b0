import { expect, test } from 'vitest'
import { isEither, isListOf, isObjectOf, isOneOf, isText, isTruth, isWhole } from './shapes.ts'

const isBowl = isObjectOf({
  name: isText,
  pieces: isWhole,
  glazed: isTruth,
  size: isEither(isOneOf('small', 'large'), isWhole),
  marks: isListOf(isText),
})
const bowl = { name: 'Bowl', pieces: 2, glazed: true, size: 'small', marks: ['a'] }

test('lets through what is as expected, and more than that', () => {
  expect(isBowl(bowl)).toBe(true)
  expect(isBowl({ ...bowl, size: 7, marks: [], more: null })).toBe(true)
})

test('lets nothing through that is missing a member or has another in its place', () => {
  for (const name of Object.keys(bowl)) expect(isBowl({ ...bowl, [name]: undefined })).toBe(false)
  for (const wrong of [{ name: 1 }, { pieces: 1.5 }, { pieces: '1' }, { glazed: 0 }, { size: 'huge' }]) {
    expect(isBowl({ ...bowl, ...wrong })).toBe(false)
  }
  for (const marks of ['a', { 0: 'a' }, [1], ['a', null]]) expect(isBowl({ ...bowl, marks })).toBe(false)
  for (const nothing of [null, undefined, 'bowl', 7, []]) expect(isBowl(nothing)).toBe(false)
})
