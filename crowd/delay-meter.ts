import type { StockLevel } from '@onhand/contract/stock-events'
import { createDelays, type DelaySummary } from './delays.ts'
import { createSaleTrace, type OpenSale, type SaleTrace } from './sale-trace.ts'

/**
 * How long a purchase takes to reach the streams. For each order line and each stream that was open when the order was
 * sent: from the request (and from its 201 answer) to the first event that must hold the sale.
 *
 * An answer names no version. Only orders sent before this one was answered can have been decided before it, so the
 * sale's version is at most the first version plus the number of those; the first event with that version or a later
 * one holds it. Where buyers of one product did not overlap this is exact, else the delay is told too long, never too
 * short. It holds only while the crowd trades alone: products somebody else trades are left out.
 */
export interface DelayMeter {
  /** An order goes out; call it before the first byte is written. */
  send(productIds: readonly string[], atMs: number): SentOrder
  /** A stream is open, and will get all that happens from now on. */
  openStream(atMs: number): MeteredStream
  /** Matches sales with arrivals as far as both are known; call it now and then, and once at the end. */
  measure(): void
  summary(): DelayReport
}

interface SentOrder {
  /** `unknown` when there never was an answer: whether it sold can then not be told. */
  conclude(outcome: 'sold' | 'refused' | 'unknown', atMs: number): void
}

export interface MeteredStream {
  arrive(levels: readonly StockLevel[], atMs: number): void
  close(): void
}

export interface DelayReport {
  readonly fromRequest: DelaySummary
  readonly fromAnswer: DelaySummary
  /** Products that could not be measured, because somebody else traded them or an order had no answer. */
  readonly productsLeftOut: number
}

/** What one stream showed of one product and is not matched yet. */
interface Watch {
  readonly arrivals: Array<{ readonly version: number; readonly atMs: number }>
  /** The first sale of the product that was not matched with this stream. */
  nextSale: number
}

interface OpenStream {
  readonly openedAtMs: number
  readonly watches: Map<SaleTrace, Watch>
}

/** @param startVersion the version a product had before the crowd began */
export function createDelayMeter(startVersion: (productId: string) => number): DelayMeter {
  const traces = new Map<string, SaleTrace>()
  const streams = new Set<OpenStream>()
  const fromRequest = createDelays()
  const fromAnswer = createDelays()

  function traceOf(productId: string): SaleTrace {
    const trace = traces.get(productId) ?? createSaleTrace(startVersion(productId))
    traces.set(productId, trace)
    return trace
  }

  function match(stream: OpenStream): void {
    for (const [trace, watch] of stream.watches) {
      if (!trace.isMeasurable()) stream.watches.delete(trace)
      else matchSales(trace, watch, stream.openedAtMs)
    }
  }

  function matchSales(trace: SaleTrace, watch: Watch, openedAtMs: number): void {
    for (; watch.nextSale < trace.sales.length; watch.nextSale++) {
      const sale = trace.sales[watch.nextSale]
      if (!sale || sale.sentAtMs < openedAtMs) continue
      const arrival = takeArrival(watch, sale.versionMax)
      if (!arrival) return
      fromRequest.add(arrival.atMs - sale.sentAtMs)
      fromAnswer.add(arrival.atMs - sale.answeredAtMs)
    }
  }

  function measure(): void {
    for (const trace of traces.values()) trace.placeSales()
    for (const stream of streams) match(stream)
  }

  return {
    send(productIds, atMs) {
      const sales = productIds.map((productId): OpenSale => traceOf(productId).send(atMs))
      return {
        conclude(outcome, concludedAtMs) {
          for (const sale of sales) sale.conclude(outcome, concludedAtMs)
        },
      }
    },
    openStream(atMs) {
      const stream: OpenStream = { openedAtMs: atMs, watches: new Map() }
      streams.add(stream)
      return {
        arrive(levels, arrivedAtMs) {
          for (const { productId, version } of levels) {
            const trace = traces.get(productId)
            if (!trace) continue
            trace.see(version)
            if (trace.isMeasurable()) watchOf(stream, trace).arrivals.push({ version, atMs: arrivedAtMs })
          }
        },
        close() {
          for (const trace of stream.watches.keys()) trace.placeSales()
          match(stream)
          streams.delete(stream)
        },
      }
    },
    measure,
    summary: () => ({
      fromRequest: fromRequest.summary(),
      fromAnswer: fromAnswer.summary(),
      productsLeftOut: [...traces.values()].filter((trace) => !trace.isMeasurable()).length,
    }),
  }
}

function watchOf(stream: OpenStream, trace: SaleTrace): Watch {
  const watch = stream.watches.get(trace) ?? { arrivals: [], nextSale: 0 }
  stream.watches.set(trace, watch)
  return watch
}

/** The first arrival that holds `version`; earlier ones hold no later sale either and go. */
function takeArrival({ arrivals }: Watch, version: number) {
  const reached = arrivals.findIndex((arrival) => arrival.version >= version)
  arrivals.splice(0, reached === -1 ? arrivals.length : reached)
  return arrivals[0]
}
