import type { StockLevel } from '@onhand/contract/stock-events'
import { expect, test } from 'vitest'
import { createStockFeed, type StockEvent } from './stock-feed.ts'

function bowl(version: number): StockLevel {
  return { productId: 'bowl', stock: 10 - version, version }
}

test('of two levels of a product the newer is told, whichever is heard of last, and the older never after it', async () => {
  const feed = createStockFeed(0)
  const told: StockEvent[] = []
  const next = (): Promise<unknown> =>
    new Promise((resolve) => {
      const unsubscribe = feed.subscribe(({ changes }) => {
        unsubscribe()
        told.push(...changes)
        resolve(undefined)
      })
    })
  feed.publish([bowl(3)])
  feed.publish([bowl(2)])
  await next()
  // In the same tick as something new, so that the tick is certainly told.
  feed.publish([bowl(1), { productId: 'cup', stock: 1, version: 1 }])
  await next()
  expect(told).toEqual([bowl(3), { productId: 'cup', stock: 1, version: 1 }])
})
