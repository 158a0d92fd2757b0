import { expect, test } from 'vitest'
import { createWishes } from './wishes.ts'

const many = (name: string, count: number) => Array.from({ length: count }, (_, n) => `${name}${n}`)

test('covers what the open pages show, and says when that has grown', () => {
  const wishes = createWishes()
  expect(wishes.set('one', ['a', 'b'])).toBe(true)
  expect(wishes.set('two', ['b'])).toBe(false)
  expect(wishes.set('two', ['c'])).toBe(true)
  expect(wishes.covered()).toEqual(['a', 'b', 'c'])
  wishes.forget('one')
  expect(wishes.all()).toEqual(['c'])
  expect(wishes.set('two', ['a'])).toBe(false)
})

test('starts again from what is shown now when an address could not hold more', () => {
  const wishes = createWishes()
  wishes.set('one', many('a', 100))
  wishes.set('one', many('b', 100))
  expect(wishes.covered()).toEqual(many('b', 100))
})

test('covers everything when what is shown is too much for an address', () => {
  const wishes = createWishes()
  wishes.set('one', many('a', 100))
  expect(wishes.set('two', many('b', 100))).toBe(true)
  expect(wishes.covered()).toBeUndefined()
  expect(wishes.set('two', ['c'])).toBe(false)
})
