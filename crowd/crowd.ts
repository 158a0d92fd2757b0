import { performance } from 'node:perf_hooks'
import type { Product } from '@onhand/contract/catalog'
import { createDelayMeter } from './delay-meter.ts'
import { createFindings } from './findings.ts'
import { pause } from './pause.ts'
import { createPopularity, type Popularity, shuffled } from './popularity.ts'
import { between, chance, wholeBetween } from './random.ts'
import type { Records } from './records.ts'
import type { Shop } from './shop.ts'
import { goShopping } from './shopper.ts'
import { createStockDecoder } from './stock-decoder.ts'
import { createStockHistory } from './stock-history.ts'
import { followStock, type StockStream } from './stock-stream.ts'
import { createStreamView, type StreamView } from './stream-view.ts'
import { createTally } from './tally.ts'

/** Shoppers come one after another within this time, or within a tenth of all the time there is. */
const arrivalMaxMs = 2_000
/** Shoppers who look at a few products only, so that their stream is narrowed to them. */
const narrowedShare = 0.3
const narrowedProductsMax = 5
/** In a large shop few follow everything, as each would keep it all in memory. */
const wholeShopProductsMax = 1_000
const wholeShopShare = 0.05
/** Shoppers whose connection drops now and then. */
const droppingShare = 0.1
const connectedMs = { min: 2_000, max: 6_000 }
const droppedMs = { min: 100, max: 1_500 }

export interface Crowd {
  readonly records: Records
  /** One of each shopper who came. */
  readonly views: readonly StreamView[]
  readonly streams: readonly StockStream[]
  /** Lets all shop until `stop` is aborted, and waits until each has finished what it began. */
  shop(durationMs: number, stop: AbortSignal): Promise<void>
}

/** @param catalog all products, as they stood before the crowd came */
export function createCrowd(shop: Shop, catalog: readonly Product[], shoppers: number): Crowd {
  const products = new Map(catalog.map((product) => [product.id, product]))
  const popularity = createPopularity(shuffled(products.keys()))
  const findings = createFindings()
  const history = createStockHistory(findings)
  const delays = createDelayMeter((productId) => products.get(productId)?.version ?? 0)
  const records: Records = { tally: createTally(), findings, history, delays }
  const decode = createStockDecoder((levels) => {
    for (const level of levels) history.note(level, 'a stream')
  })
  const views: StreamView[] = []
  const streams: StockStream[] = []

  async function come(arrivalMs: number, stop: AbortSignal): Promise<void> {
    await pause(between(0, arrivalMs), stop)
    if (stop.aborted) return
    const view = createStreamView(findings, someProducts(popularity, products.size))
    const stream = followStock(shop, view, decode, records)
    views.push(view)
    streams.push(stream)
    if (chance(droppingShare)) void dropNowAndThen(stream, stop)
    await goShopping({ shop, catalog: products, popularity, view, records, stop })
  }

  return {
    records,
    views,
    streams,
    async shop(durationMs, stop) {
      const arrivalMs = Math.min(arrivalMaxMs, durationMs / 10)
      await Promise.all(Array.from({ length: shoppers }, () => come(arrivalMs, stop)))
    },
  }
}

/** The products a shopper follows; undefined for all. */
function someProducts(popularity: Popularity, products: number): ReadonlySet<string> | undefined {
  const isWhole = products <= wholeShopProductsMax ? !chance(narrowedShare) : chance(wholeShopShare)
  if (isWhole) return undefined
  const picks = Array.from({ length: wholeBetween(1, narrowedProductsMax) }, () =>
    popularity.pick(() => true),
  )
  return new Set(picks.filter((productId) => productId !== undefined))
}

async function dropNowAndThen(stream: StockStream, stop: AbortSignal): Promise<void> {
  while (!stop.aborted) {
    await pause(between(connectedMs.min, connectedMs.max), stop)
    if (stop.aborted) return
    stream.drop()
    await pause(between(droppedMs.min, droppedMs.max), stop)
    stream.open()
  }
}

/** Waits until all streams are open and none has had an event for a while, or no longer than `quietMaxMs`. */
export async function waitForQuiet(
  streams: readonly StockStream[],
  quietMaxMs: number,
  stop: AbortSignal,
): Promise<boolean> {
  const stillMs = 500
  const deadlineMs = performance.now() + quietMaxMs
  while (performance.now() < deadlineMs && !stop.aborted) {
    const now = performance.now()
    if (streams.every((stream) => stream.isOpen() && now - stream.lastEventAtMs() > stillMs)) return true
    await pause(50, stop)
  }
  return false
}
