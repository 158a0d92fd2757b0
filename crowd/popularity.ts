import { between } from './random.ts'

/** How steep popularity falls: the product of rank r is wanted 1 / r^steepness as often as the first (Zipf's law). */
const steepness = 0.8
/** Draws that may miss before the most popular that will do is taken. */
const drawsMax = 30

/** What the crowd as a whole likes: few things much, many things a little. */
export interface Popularity {
  /** One that is acceptable, the popular ones more often; undefined when none is. */
  pick(accept: (productId: string) => boolean): string | undefined
}

/** @param ranked product ids, the most popular first */
export function createPopularity(ranked: readonly string[]): Popularity {
  let total = 0
  const reach = ranked.map((_, index) => {
    total += 1 / (index + 1) ** steepness
    return total
  })

  function draw(): string | undefined {
    const point = between(0, total)
    let low = 0
    let high = reach.length - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if ((reach[middle] ?? 0) > point) high = middle
      else low = middle + 1
    }
    return ranked[low]
  }

  return {
    pick(accept) {
      for (let draws = 0; draws < drawsMax; draws++) {
        const productId = draw()
        if (productId !== undefined && accept(productId)) return productId
      }
      return ranked.find(accept)
    },
  }
}

/** The same things in an order of chance. */
export function shuffled<T>(things: Iterable<T>): T[] {
  return [...things]
    .map((thing) => ({ thing, place: Math.random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ thing }) => thing)
}
