import { setTimeout as sleep } from 'node:timers/promises'

/** After each batch, so many times as long as it took is left to others. */
const restFactor = 3

/**
 * Serves those who ask: the first at once, and all who come meanwhile together, after a rest. So a rush of ten thousand
 * takes no more than a share of the process.
 *
 * @param serve must not throw
 */
export function inBatches<Item>(serve: (batch: readonly Item[]) => Promise<void>): (item: Item) => void {
  const waiting: Item[] = []
  let serving = false

  async function serveAll(): Promise<void> {
    serving = true
    while (waiting.length > 0) {
      const start = performance.now()
      await serve(waiting.splice(0))
      await sleep((performance.now() - start) * restFactor, undefined, { ref: false })
    }
    serving = false
  }

  return (item) => {
    waiting.push(item)
    if (!serving) void serveAll()
  }
}
