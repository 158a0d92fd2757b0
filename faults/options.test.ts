import { expect, test } from 'vitest'
import { readOptions } from './options.ts'
import { randomOf } from './random.ts'
import { formatTable } from './table.ts'

test('without options every fault strikes as often as it says, with a seed of this run’s own', () => {
  expect(readOptions([])).toEqual({ only: [], rounds: undefined, seed: expect.any(Number) })
})

test('takes names, rounds and a seed', () => {
  expect(readOptions(['--only', 'kill', '--only', 'busy', '--rounds', '3', '--seed', '7'])).toEqual({
    only: ['kill', 'busy'],
    rounds: 3,
    seed: 7,
  })
})

test.each([['--rounds', '0'], ['--rounds', 'many'], ['--seed', '-1'], ['--nonsense'], ['word']])(
  'refuses %s %s in one line',
  (...args) => {
    expect(() => readOptions(args)).toThrow(/^[^\n]+$/)
  },
)

test('the same seed draws the same lots, and each fault its own', () => {
  const draw = (seed: number, name: string) => Array.from({ length: 5 }, randomOf(seed, name))
  expect(draw(7, 'kill')).toEqual(draw(7, 'kill'))
  expect(draw(7, 'kill')).not.toEqual(draw(7, 'cut'))
  expect(draw(7, 'kill')).not.toEqual(draw(8, 'kill'))
})

test('a fault that broke something, one that never struck and one that was skipped are told apart from one that held', () => {
  const fault = { name: 'kill', what: 'kill -9', on: 'SQLite' } as const
  const counts = { requests: 9, orders: 5, unanswered: 1, checked: 'G1–G10' }
  const table = formatTable([
    { fault, outcome: { ...counts, strikes: 3, broken: [] }, seconds: 1 },
    { fault, outcome: { ...counts, strikes: 3, broken: ['G4: lost'] }, seconds: 1 },
    { fault, outcome: { ...counts, strikes: 0, broken: [] }, seconds: 1 },
    { fault, outcome: { skipped: 'no strace' }, seconds: 1 },
  ])
  const verdicts = table
    .split('\n')
    .slice(2)
    .map((line) => line.split('|').at(-3)?.trim())
  expect(verdicts).toEqual(['held', 'BROKEN', 'BROKEN', 'skipped'])
})
