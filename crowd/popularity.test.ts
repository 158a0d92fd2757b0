import { expect, test } from 'vitest'
import { createPopularity, shuffled } from './popularity.ts'

const ranked = Array.from({ length: 20 }, (_, index) => `p${index}`)

test('the first is wanted far more often than the last, and the last sometimes too', () => {
  const { pick } = createPopularity(ranked)
  const picks = Array.from({ length: 5_000 }, () => pick(() => true))
  const first = picks.filter((id) => id === 'p0').length
  const last = picks.filter((id) => id === 'p19').length
  expect(first).toBeGreaterThan(3 * last)
  expect(last).toBeGreaterThan(0)
})

test('only acceptable ones are picked, however rare', () => {
  const { pick } = createPopularity(ranked)
  expect(pick((id) => id === 'p19')).toBe('p19')
  expect(pick(() => false)).toBeUndefined()
  expect(createPopularity([]).pick(() => true)).toBeUndefined()
})

test('shuffling loses nothing', () => {
  expect(shuffled(ranked).sort()).toEqual([...ranked].sort())
})
