import { expect, test, vi } from 'vitest'
import { createStockStore } from './stock-store.ts'

const level = (productId: string, stock: number, version: number) => ({ productId, stock, version })

test('keeps the highest version, in whatever order it is told', () => {
  const store = createStockStore()
  store.learn([level('a', 5, 7)])
  store.learn([level('a', 9, 6), level('a', 5, 7)])
  expect(store.get('a')).toEqual(level('a', 5, 7))
  store.learn([level('a', 3, 9), level('a', 4, 8)])
  expect(store.get('a')).toEqual(level('a', 3, 9))
})

test('tells those who watch a product of its changes and of no others', () => {
  const store = createStockStore()
  const onA = vi.fn()
  const forget = store.subscribe('a', onA)
  store.learn([level('b', 1, 1)])
  expect(onA).not.toHaveBeenCalled()
  store.learn([level('a', 1, 1)])
  store.learn([level('a', 1, 1)])
  expect(onA).toHaveBeenCalledTimes(1)
  forget()
  store.learn([level('a', 0, 2)])
  expect(onA).toHaveBeenCalledTimes(1)
})

test('says a moment later, and once, which products a page shows now', () => {
  vi.useFakeTimers()
  const store = createStockStore()
  const told: string[][] = []
  store.onWatched(() => told.push(store.watched()))
  const forgetA = store.subscribe('a', () => {})
  const forgetB = store.subscribe('b', () => {})
  store.subscribe('b', () => {})
  vi.runAllTimers()
  forgetB()
  vi.runAllTimers()
  forgetA()
  store.subscribe('c', () => {})
  vi.runAllTimers()
  vi.useRealTimers()
  expect(told).toEqual([
    ['a', 'b'],
    ['b', 'c'],
  ])
})
