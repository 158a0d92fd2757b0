import { expect, test } from 'vitest'
import { createSession } from './session.ts'

function createStorage() {
  const kept = new Map<string, string>()
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => void kept.set(key, text),
    removeItem: (key: string) => void kept.delete(key),
  }
}

test('all tabs know who is signed in, and each hears of a change once, and by whom', () => {
  const storage = createStorage()
  const [here, there] = [createSession(storage), createSession(storage)]
  const heard: string[] = []
  here.subscribe((change) => heard.push(`here ${change.here} ${change.over}`))
  there.subscribe((change) => heard.push(`there ${change.here} ${change.over}`))
  here.begin('ada')
  here.begin('ada')
  there.lookAgain()
  there.lookAgain()
  expect(there.shopper()).toBe('ada')
  there.end({ over: true })
  here.lookAgain()
  expect(here.shopper()).toBeUndefined()
  expect(heard).toEqual(['here true false', 'there false false', 'there true true', 'here false false'])
})
