import { performance } from 'node:perf_hooks'
import type { Product } from '@onhand/contract/catalog'
import type { DelaySummary } from './delays.ts'
import type { Records } from './records.ts'
import type { Tally } from './tally.ts'

/** The time that "a second" is an average of. */
const rateWindowMs = 3_000
/** Longer names are cut. */
const nameLengthMax = 48

/** How things stand at one moment of the run. */
export interface Standing {
  readonly tally: Tally
  readonly elapsedMs: number
  readonly ordersPerSecond: number
  readonly eventsPerSecond: number
  /** What sells most, first. */
  readonly movers: readonly Mover[]
  /** From the request sent to each stream. */
  readonly delay: DelaySummary
}

interface Mover {
  readonly name: string
  readonly sold: number
  readonly stock: number
}

/** Returns a function that tells how things stand; rates are taken between its calls. */
export function watchStanding(
  catalog: readonly Product[],
  { tally, history, delays }: Records,
): (moversMax: number) => Standing {
  const names = new Map(catalog.map((product) => [product.id, printable(product.name)]))
  const startMs = performance.now()
  const past = [{ atMs: startMs, orders: 0, events: 0 }]

  function moversOf(moversMax: number): Mover[] {
    const most = [...tally.sold].sort(([, a], [, b]) => b.pieces - a.pieces).slice(0, moversMax)
    return most.map(([productId, { pieces }]) => ({
      name: names.get(productId) ?? productId,
      sold: pieces,
      stock: history.latest(productId)?.stock ?? 0,
    }))
  }

  return (moversMax) => {
    delays.measure()
    const now = { atMs: performance.now(), orders: tally.orders, events: tally.streamEvents }
    const since = past.find(({ atMs }) => now.atMs - atMs <= rateWindowMs) ?? now
    while (past[0] && now.atMs - past[0].atMs > rateWindowMs) past.shift()
    past.push(now)
    const seconds = Math.max(now.atMs - since.atMs, 1) / 1_000
    return {
      tally,
      elapsedMs: now.atMs - startMs,
      ordersPerSecond: (now.orders - since.orders) / seconds,
      eventsPerSecond: (now.events - since.events) / seconds,
      movers: moversOf(moversMax),
      delay: delays.summary().fromRequest,
    }
  }
}

/** A product's name as it can safely be written to a terminal. */
function printable(name: string): string {
  const text = name.replaceAll(/\p{C}/gu, ' ')
  return text.length > nameLengthMax ? `${text.slice(0, nameLengthMax - 1)}…` : text
}
