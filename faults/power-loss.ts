import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { verifyBooks } from '../server/src/books/verify-books.ts'
import { openDatabase } from '../server/src/database/open.ts'
import type { LoggedCheckout } from '../server/src/testing/buying-client.ts'
import { findLostOrders } from '../server/src/testing/guarantees/answered-orders-exist.ts'
import { readRecords } from '../server/src/testing/guarantees/read-records.ts'
import { startShopProcess } from '../server/src/testing/start-shop-process.ts'
import { freshFileUrl } from '../server/src/testing/test-database.ts'
import { tradeMeanwhile } from '../server/src/testing/trade-meanwhile.ts'
import { untilOver, whenOver } from '../server/src/testing/when-over.ts'
import { fileOf } from './databases.ts'
import type { Fault, Plan } from './fault.ts'
import { readSyncs, type Sync } from './read-syncs.ts'
import { attachStrace, syncCalls } from './strace.ts'
import { countsOf, stockShelves } from './trade-through.ts'

/** Few enough that the log is not begun anew meanwhile, so that it still holds every write. */
const ordersOfRun = 300
/** Where the log's header counts how often it was begun anew: https://www.sqlite.org/fileformat2.html#walformat */
const renewalsAt = 12
const lookEveryMs = 5
const sectorBytes = 512
/** Of the sectors that were written and not synced, so many never reached the disk; in every other cut all did. */
const lostShare = 0.3

/** Every order that was answered before the power went is there after it. */
export const powerLoss: Fault = {
  name: 'power-loss',
  what: 'the disk holds what was synced, and shreds of the rest',
  on: 'SQLite',
  strikes: 60,
  async stage(plan) {
    const databaseUrl = freshFileUrl()
    const file = fileOf(databaseUrl)
    const productIds = await stockShelves(databaseUrl)
    copyFileSync(file, `${file}-before`)
    const log = await tradeTraced(plan, databaseUrl, productIds, `${file}-calls`)
    const syncs = readSyncs(readFileSync(`${file}-calls`, 'utf8'), `${file}-wal`)
    const written = readFileSync(`${file}-wal`)
    if (written.readUInt32BE(renewalsAt) > 0)
      throw new Error('the log was begun anew: the run was too long to be cut')
    const toClientMs = epochToClientMs()
    if (syncs.length < 2) {
      const broken = [
        `G4: ${countsOf(log).orders} orders were answered, and the log was synced ${syncs.length} times`,
      ]
      return { ...countsOf(log), strikes: 1, checked: 'G4', broken }
    }
    const broken: string[] = []
    for (let strike = 0; strike < plan.strikes; strike += 1) {
      const remains = cutPower(syncs, written, plan.random)
      const answered = log.filter(({ endedMs }) => endedMs <= remains.atMs + toClientMs)
      broken.push(...(await untilOver(() => findBroken(file, remains.log, answered))))
    }
    return { ...countsOf(log), strikes: plan.strikes, checked: 'G1–G6', broken }
  },
}

/** Trades with a shop whose every write and sync is noted, and ends it without a chance to tidy up. */
async function tradeTraced(
  { random }: Plan,
  databaseUrl: string,
  productIds: readonly string[],
  notes: string,
): Promise<readonly LoggedCheckout[]> {
  const shop = await startShopProcess(databaseUrl)
  const calls = ['-e', `trace=pwrite64,${syncCalls}`, '-ttt', '-T', '-y', '-s', '0', '-o', notes]
  const strace = await attachStrace(shop.pid, calls)
  const { log } = await tradeMeanwhile({ nextUrl: () => shop.url, productIds, random }, async (orders) => {
    while (orders() < ordersOfRun) await sleep(lookEveryMs)
  })
  await strace.detach()
  await shop.kill()
  return log
}

/** What a disk may hold when the power goes between two syncs: all that was synced, and of what came after any part, torn anywhere. */
function cutPower(
  syncs: readonly Sync[],
  written: Buffer,
  random: () => number,
): { atMs: number; log: Buffer } {
  const place = Math.floor(random() * (syncs.length - 1))
  const [before, next] = syncs.slice(place, place + 2)
  if (!before || !next) throw new Error('the shop synced less than twice')
  const atMs = before.endedMs + random() * (next.endedMs - before.endedMs)
  const end = before.syncedTo + Math.floor(random() * (next.syncedTo - before.syncedTo))
  const log = Buffer.from(written.subarray(0, end))
  if (random() < 0.5) return { atMs, log }
  for (
    let sector = Math.ceil(before.syncedTo / sectorBytes) * sectorBytes;
    sector < end;
    sector += sectorBytes
  ) {
    if (random() < lostShare) log.fill(0, sector, Math.min(sector + sectorBytes, end))
  }
  return { atMs, log }
}

/** Opens what is left as a shop would. */
async function findBroken(file: string, log: Buffer, answered: readonly LoggedCheckout[]): Promise<string[]> {
  const left = fileOf(freshFileUrl())
  const database = openDatabase({ file: left })
  await database.close()
  copyFileSync(`${file}-before`, left)
  writeFileSync(`${left}-wal`, log)
  const reopened = openDatabase({ file: left })
  whenOver(() => reopened.close())
  const { findings } = await verifyBooks(reopened.db)
  return [
    ...findings.map(({ rule, subject, detail }) => `books: ${rule}: ${subject}: ${detail}`),
    ...findLostOrders(await readRecords(reopened.db), answered),
  ]
}

/** What is to be added to milliseconds since 1970 to compare them with the client's; `Date.now` is exact only as it ticks. */
function epochToClientMs(): number {
  let toClientMs = Number.POSITIVE_INFINITY
  const start = performance.now()
  for (let now = start; now < start + 20; now = performance.now())
    toClientMs = Math.min(toClientMs, now - Date.now())
  return toClientMs
}
