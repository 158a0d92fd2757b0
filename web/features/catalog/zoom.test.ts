import { expect, test } from 'vitest'
import { atRest, moved, scaleMax, zoomed } from './zoom.ts'

test('what is under the finger stays under it', () => {
  const at = { x: 100, y: -50 }
  const { value, x, y } = zoomed(atRest, 2, at, 800)
  expect(value).toBe(2)
  expect({ x: (at.x - x) / value, y: (at.y - y) / value }).toEqual(at)
})

test('neither grows without end nor becomes smaller than its place', () => {
  expect(zoomed(atRest, 100, { x: 0, y: 0 }, 800).value).toBe(scaleMax)
  const { value, x, y } = zoomed({ value: 2, x: 300, y: -300 }, 0.1, { x: 0, y: 0 }, 800)
  expect([value, Math.abs(x), Math.abs(y)]).toEqual([1, 0, 0])
})

test('cannot be pushed out of sight', () => {
  expect(moved({ value: 2, x: 0, y: 0 }, 5_000, -5_000, 800)).toEqual({ value: 2, x: 400, y: -400 })
  expect(moved(atRest, 50, 50, 800)).toEqual(atRest)
})
