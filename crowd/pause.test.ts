import { expect, test } from 'vitest'
import { pause } from './pause.ts'

test('a pause ends by itself', async () => {
  await pause(1, new AbortController().signal)
})

test('the signal wakes everybody, and nobody falls asleep after it', async () => {
  const stop = new AbortController()
  const asleep = Promise.all([pause(60_000, stop.signal), pause(60_000, stop.signal)])
  stop.abort()
  await asleep
  await expect(pause(60_000, stop.signal)).resolves.toBeUndefined()
})
