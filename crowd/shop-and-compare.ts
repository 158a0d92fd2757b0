import { performance } from 'node:perf_hooks'
import type { Product } from '@onhand/contract/catalog'
import { type Crowd, waitForQuiet } from './crowd.ts'
import { openDisplay } from './display.ts'
import type { Options } from './options.ts'
import { pause } from './pause.ts'
import type { Shop } from './shop.ts'
import { watchStanding } from './standing.ts'
import type { Stops } from './stops.ts'
import { judge, type Verdict } from './verdict.ts'

/** Purchases under way when shopping ends get this long to be answered. */
const finishMaxMs = 3_000
/** Streams get this long to become still. */
const quietMaxMs = 3_000
/** After that, what differs gets this long to agree, as somebody else may still be trading. */
const agreeMaxMs = 2_000

/** What came out of it. */
export interface Result {
  readonly end: readonly Product[]
  readonly verdict: Verdict
}

/** Shops, waits for quiet and compares; undefined when it was stopped before or the shop was gone. */
export async function shopAndCompare(
  { url, shoppers, seconds }: Options,
  shop: Shop,
  start: readonly Product[],
  crowd: Crowd,
  stops: Stops,
): Promise<Result | undefined> {
  const durationMs = seconds * 1_000
  const frame = { url: url.origin, shoppers, durationMs }
  const display = openDisplay(process.stdout, frame, watchStanding(start, crowd.records))
  const over = AbortSignal.any([stops.shopping, AbortSignal.timeout(durationMs)])
  const everybody = crowd.shop(durationMs, over)
  await pause(durationMs, over)
  display.setStage('last orders')
  await Promise.race([everybody, pause(finishMaxMs, stops.now)])
  display.setStage('waiting for quiet')
  await waitForQuiet(crowd.streams, quietMaxMs, stops.now)
  crowd.records.delays.measure()
  display.setStage('comparing')
  const result = await compare(shop, start, crowd, stops.now)
  display.setStage('done')
  display.close()
  for (const stream of crowd.streams) stream.close()
  return result
}

/** Compares until all agrees or time is up, so that one late event is not taken for a lie. */
async function compare(
  shop: Shop,
  start: readonly Product[],
  { views, records: { tally, findings } }: Crowd,
  stop: AbortSignal,
): Promise<Result | undefined> {
  const deadlineMs = performance.now() + agreeMaxMs
  while (!stop.aborted) {
    const end = await shop.listAllProducts().catch(() => undefined)
    if (!end) return undefined
    const verdict = judge({ start, end, views, tally, findings })
    if (verdict.agrees || performance.now() > deadlineMs) return { end, verdict }
    await pause(250, stop)
  }
  return undefined
}
