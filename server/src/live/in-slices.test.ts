import { setImmediate as nextTurn } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { inSlices } from './in-slices.ts'

function burn(ms: number): void {
  const end = performance.now() + ms
  while (performance.now() < end);
}

test('few are done at once', () => {
  const done: number[] = []
  expect(inSlices([1, 2, 3], (item) => done.push(item))).toBeUndefined()
  expect(done).toEqual([1, 2, 3])
})

test('many are done in slices, in their order, also those who come meanwhile, and others have their turn in between', async () => {
  const items = new Set(Array.from({ length: 1_000 }, (_, n) => n))
  const done: number[] = []
  let turns = 0
  let open = true
  const all = inSlices(items, (item) => {
    burn(0.02)
    done.push(item)
  })
  items.add(1_000)
  const others = (async () => {
    for (; open; turns += 1) await nextTurn()
  })()
  await all
  open = false
  await others
  expect(done).toEqual([...items])
  expect(turns).toBeGreaterThan(3)
})

test('a process with other things to do spends about a tenth of its time on them', async () => {
  const items = Array.from({ length: 400 }, (_, n) => n)
  let open = true
  let spentMs = 0
  const start = performance.now()
  const all = inSlices(items, () => {
    burn(0.05)
    spentMs += 0.05
  })
  const others = (async () => {
    for (; open; await nextTurn()) burn(3)
  })()
  await all
  const tookMs = performance.now() - start
  open = false
  await others
  expect(spentMs / tookMs).toBeLessThan(0.15)
})
