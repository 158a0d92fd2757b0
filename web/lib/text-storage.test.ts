import { expect, test } from 'vitest'
import { type TextStorage, withMemory } from './text-storage.ts'

function createStorage(full = false) {
  const kept = new Map<string, string>()
  const storage: TextStorage = {
    getItem: (key) => kept.get(key) ?? null,
    setItem(key, text) {
      if (full) throw new DOMException('full', 'QuotaExceededError')
      kept.set(key, text)
    },
    removeItem: (key) => void kept.delete(key),
  }
  return { kept, storage }
}

test('texts are kept where the browser keeps them', () => {
  const { kept, storage } = createStorage()
  withMemory(() => storage).setItem('a', '1')
  expect([...kept]).toEqual([['a', '1']])
  expect(withMemory(() => storage).getItem('a')).toBe('1')
  withMemory(() => storage).removeItem('a')
  expect(kept.size).toBe(0)
})

test('without storage a text lasts as long as the page', () => {
  const forbidden = withMemory(() => {
    throw new DOMException('forbidden', 'SecurityError')
  })
  expect(forbidden.getItem('a')).toBeNull()
  forbidden.setItem('a', '1')
  expect(forbidden.getItem('a')).toBe('1')
  forbidden.removeItem('a')
  expect(forbidden.getItem('a')).toBeNull()
})

test('a full storage does not bring an older text back', () => {
  const { kept, storage } = createStorage(true)
  kept.set('a', 'old')
  const full = withMemory(() => storage)
  full.setItem('a', 'new')
  expect(full.getItem('a')).toBe('new')
  full.removeItem('a')
  expect(full.getItem('a')).toBeNull()
})
