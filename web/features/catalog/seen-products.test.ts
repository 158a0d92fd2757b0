import { expect, test } from 'vitest'
import { withMemory } from '../../lib/text-storage.ts'
import { forgetSeen, rememberSeen, seenProducts } from './seen-products.ts'

function storage(kept?: string) {
  const forbidden = withMemory(() => {
    throw new Error('forbidden')
  })
  if (kept !== undefined) forbidden.setItem('onhand-seen', kept)
  return forbidden
}

test('remembers what was looked at last, the latest first, each once, and no more than five', () => {
  const kept = storage()
  for (const id of ['a', 'b', 'c', 'a', 'd', 'e', 'f']) rememberSeen(id, kept)
  expect(seenProducts(kept)).toEqual(['f', 'e', 'd', 'a', 'c'])
})

test('starts anew from what makes no sense', () => {
  for (const nonsense of ['{', '"a"', '[1]', '["a","b","c","d","e","f"]']) {
    const kept = storage(nonsense)
    expect(seenProducts(kept)).toEqual([])
    rememberSeen('a', kept)
    expect(seenProducts(kept)).toEqual(['a'])
  }
})

test('forgets all of it', () => {
  const kept = storage()
  rememberSeen('a', kept)
  forgetSeen(kept)
  expect(seenProducts(kept)).toEqual([])
})
