import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises'

/** So long at a stretch; requests have their turn in between. */
const sliceMs = 2
const looksEvery = 32
/** Requests that took longer than this between two slices are many, … */
const busyMs = 1
/** … and then are left so long to themselves before the next slice: eleven parts in twelve. */
const restMs = 22

/**
 * Does `work` for each of many, in slices, so that ten thousand clients never hold up a checkout: an idle process does one
 * slice after the other, a busy one spends no more than a twelfth of its time on them. What is added meanwhile has its turn
 * too. Returns nothing when one slice was enough.
 */
export function inSlices<Item>(items: Iterable<Item>, work: (item: Item) => void): Promise<void> | undefined {
  const rest = items[Symbol.iterator]()
  return doSlice(rest, work) ? undefined : goOn(rest, work)
}

async function goOn<Item>(rest: Iterator<Item>, work: (item: Item) => void): Promise<void> {
  do {
    const start = performance.now()
    await nextTurn()
    if (performance.now() - start > busyMs) await sleep(restMs)
  } while (!doSlice(rest, work))
}

/** @returns whether that was all */
function doSlice<Item>(rest: Iterator<Item>, work: (item: Item) => void): boolean {
  const end = performance.now() + sliceMs
  do {
    for (let count = 0; count < looksEvery; count += 1) {
      const { done, value } = rest.next()
      if (done) return true
      work(value)
    }
  } while (performance.now() < end)
  return false
}
