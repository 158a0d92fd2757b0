import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { catalogChanges } from '../../lib/live/live-stock.ts'
import { afterCatalogChanges } from './after-catalog-changes.ts'

beforeEach(() => {
  vi.useFakeTimers()
  // Whoever is lucky each time asks a third time before the unlucky ask again.
  vi.spyOn(Math, 'random').mockReturnValue(0.5)
  vi.stubGlobal('document', Object.assign(new EventTarget(), { visibilityState: 'visible' }))
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const change = { productId: 'prod_bowl', change: 'updated' } as const

test('who is answered from before the change asks again, and not for ever', () => {
  const revision = catalogChanges.revision()
  const act = vi.fn()
  const end = afterCatalogChanges(revision, (changes) => changes.length > 0, act)
  catalogChanges.tell({ changes: [change], from: revision, to: revision + 1 })
  vi.advanceTimersByTime(1_500)
  expect(act).toHaveBeenCalledOnce()
  vi.advanceTimersByTime(3_500)
  expect(act).toHaveBeenCalledTimes(2)
  vi.advanceTimersByTime(60_000)
  expect(act).toHaveBeenCalledTimes(4)
  end()
})

test('who shows the state after the change, or has left, asks no more', () => {
  const revision = catalogChanges.revision()
  const act = vi.fn()
  const end = afterCatalogChanges(revision, (changes) => changes.length > 0, act)
  catalogChanges.tell({ changes: [change], from: revision, to: revision + 1 })
  vi.advanceTimersByTime(1_500)
  end()
  const endNewer = afterCatalogChanges(revision + 1, (changes) => changes.length > 0, act)
  vi.advanceTimersByTime(60_000)
  expect(act).toHaveBeenCalledOnce()
  endNewer()
})
