import { type Load, press } from './load.ts'
import { median, percentile, type Row } from './row.ts'
import type { RunningServer } from './run-server.ts'

const receiptEveryMs = 50
const seconds = 10
const ageMaxMs = 1_000
const firstPageAfterMs = 2 * ageMaxMs
/** With fewer pages than this a second, next to nothing was measured. */
const pagesPerSecondMin = 2

/** What the shop tells of the goods that came in: of each, when that was begun and which version it made. */
interface Receipts {
  readonly productId: string
  readonly begunAt: readonly number[]
  readonly versions: readonly number[]
}

/** A page that came: which version of the product it shows, and when its first bytes were there. */
interface Seen {
  readonly version: number
  readonly at: number
}

/**
 * How old the stock in the list's HTML gets: one more connection reads pages under the same load, while goods of one of the
 * products come in. A figure's age is counted from the first newer one, and rather too long: until whoever asked sees the page begin, and from before
 * the newer one was committed.
 */
export async function stockAgeRow(shop: RunningServer, load: Load): Promise<Row> {
  process.stderr.write('age of the stock in the HTML of the list\n')
  const { productId } = await shop.ask<Receipts>({ everyMs: receiptEveryMs })
  // So that a page from before the first receipt would be too old.
  await pause(firstPageAfterMs)
  const stopReading = readPages(shop.url + load.path, productId)
  await press(shop.url, load, seconds)
  const seen = await stopReading()
  const receipts = await shop.ask<Receipts>({ everyMs: 0 })
  if (seen.length < seconds * pagesPerSecondMin) throw new Error(`only ${seen.length} pages were read`)
  const ages = seen.map((page) => ageMs(page, receipts))
  const oldestMs = Math.max(1, ...ages)
  return {
    name: 'oldest stock in HTML of the list as it comes, same load, 20 receipts a second besides',
    limitName: 'what is promised',
    ours: oldestMs,
    limit: ageMaxMs,
    unit: ' ms',
    ratio: ageMaxMs / oldestMs,
    target: 1,
    note: [
      `median ${median(ages).toFixed(0)} ms, p99 ${percentile(ages, 0.99).toFixed(0)} ms of ${ages.length} pages`,
      `${receipts.versions.length} receipts`,
    ].join('; '),
  }
}

/** Reads one page after the other until the returned function is called. */
function readPages(url: string, productId: string): () => Promise<Seen[]> {
  let open = true
  async function read(): Promise<Seen[]> {
    const seen: Seen[] = []
    while (open) {
      const answer = await fetch(url, { headers: { 'Accept-Encoding': 'identity' } })
      const at = performance.timeOrigin + performance.now()
      seen.push({ version: versionIn(await answer.text(), productId), at })
    }
    return seen
  }
  const reading = read()
  return () => {
    open = false
    return reading
  }
}

/** The version of the product's stock, out of what the page is handed beside its HTML. */
function versionIn(html: string, productId: string): number {
  const [, version] =
    new RegExp(`\\\\"id\\\\":\\\\"${productId}\\\\"[^{}]*?\\\\"version\\\\":(\\d+)`).exec(html) ?? []
  if (version === undefined) throw new Error(`the list tells no version of ${productId}`)
  return Number(version)
}

/** Of the newest figure too: from the receipt that made it, since an order may have followed that. */
function ageMs({ version, at }: Seen, { begunAt, versions }: Receipts): number {
  // The next version is a receipt's, or it is an order's, which came after the receipt before it.
  const next = versions.findLastIndex((made) => made <= version + 1)
  return Math.max(0, at - (begunAt[Math.max(0, next)] ?? 0))
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
