import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Database } from '../database/database.ts'
import type { Answer } from '../http/answer.ts'

/** A database that has not answered after this long counts as not reachable. */
const answerMaxMs = 1_000

interface Sources {
  readonly database: Database
  /** Checkouts that wait for their turn. */
  waitingCheckouts(): number
  openStreams(): Readonly<Record<'stock' | 'cart', number>>
  /** Movements that this process made since it started, by their reasons. */
  movements(): ReadonlyMap<string, number>
}

/** What is counted in this process, for Prometheus. */
export interface Metrics {
  /** @param status `gone` when whoever asked did not wait for the answer */
  requestDone(method: string, route: string, status: number | 'gone', seconds: number): void
  /** A batch was decided and committed. */
  batchDecided(answers: readonly Answer[]): void
  /** Checkouts were turned away undecided. */
  turnedAway(count: number): void
  /** Begins to read figures from these parts of the shop. */
  readFrom(sources: Sources): void
  /** Prometheus's text format, and the media type that it goes by. */
  text(): Promise<{ readonly body: string; readonly mediaType: string }>
}

/** Of the process itself there is one, however many shops are open in it. */
let ofProcess: Registry | undefined

export function createMetrics(): Metrics {
  const registry = new Registry()
  const registers = [registry]
  const requests = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Requests by route, and how long they took; streams are not among them',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers,
  })
  const checkouts = new Counter({
    name: 'onhand_checkouts_total',
    help: 'Checkouts by what came of them',
    labelNames: ['outcome'],
    registers,
  })
  const batches = new Histogram({
    name: 'onhand_checkout_batch_size',
    help: 'Checkouts decided in one transaction',
    buckets: [1, 2, 4, 8, 16, 32, 64, 128],
    registers,
  })

  return {
    requestDone(method, route, status, seconds) {
      requests.observe({ method, route, status }, seconds)
    },
    batchDecided(answers) {
      batches.observe(answers.length)
      const byOutcome = Map.groupBy(answers, outcomeOf)
      for (const [outcome, { length }] of byOutcome) checkouts.inc({ outcome }, length)
    },
    turnedAway(count) {
      checkouts.inc({ outcome: 'turned_away' }, count)
    },
    readFrom(sources) {
      addGauges(registry, sources)
    },
    async text() {
      ofProcess ??= startProcessMetrics()
      const all = Registry.merge([ofProcess, registry])
      return { body: await all.metrics(), mediaType: all.contentType }
    },
  }
}

const outcomes: Readonly<Record<number, string>> = {
  201: 'placed',
  404: 'product_not_found',
  409: 'insufficient_stock',
  422: 'idempotency_key_reused',
}

function outcomeOf({ status, replayed }: Answer): string {
  return replayed ? 'replayed' : (outcomes[status] ?? 'other')
}

function startProcessMetrics(): Registry {
  const register = new Registry()
  collectDefaultMetrics({ register })
  return register
}

/** Figures that are read when they are asked for. */
function addGauges(registry: Registry, sources: Sources): void {
  const registers = [registry]
  new Gauge({
    name: 'onhand_checkout_queue_length',
    help: 'Checkouts that wait for their turn',
    registers,
    collect() {
      this.set(sources.waitingCheckouts())
    },
  })
  new Gauge({
    name: 'onhand_streams_open',
    help: 'Streams to shoppers’ pages',
    labelNames: ['stream'],
    registers,
    collect() {
      for (const [stream, open] of Object.entries(sources.openStreams())) this.set({ stream }, open)
    },
  })
  new Gauge({
    name: 'onhand_database_up',
    help: 'Whether the database answers',
    registers,
    async collect() {
      this.set((await answers(sources.database)) ? 1 : 0)
    },
  })
  new Counter({
    name: 'onhand_stock_movements_total',
    help: 'Movements of stock by their reason',
    labelNames: ['reason'],
    registers,
    collect() {
      this.reset()
      for (const [reason, count] of sources.movements()) this.inc({ reason }, count)
    },
  })
}

function answers({ db }: Database): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>()
  const late = setTimeout(() => resolve(false), answerMaxMs)
  db.selectNoFrom(({ lit }) => lit(1).as('one'))
    .execute()
    .then(
      () => resolve(true),
      () => resolve(false),
    )
    .finally(() => clearTimeout(late))
  return promise
}
