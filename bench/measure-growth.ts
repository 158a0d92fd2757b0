import { copyFileSync, existsSync } from 'node:fs'
import { compare } from './compare.ts'
import { pressTimes } from './load.ts'
import type { Row } from './row.ts'
import { type RunningServer, runServer } from './run-server.ts'
import { checkoutLoad, productIdsOf } from './shop-side.ts'
import { withTemporaryFolder } from './temporary-folder.ts'

/** At most this much slower, or larger, with a thousand times as many orders. */
const flat = 0.85
const orderCounts = [1_000, 100_000, 1_000_000] as const

/** What a checkout costs, and the process holds, when many orders have been placed: as much as when few have. */
export function orderGrowthRows(): Promise<Row[]> {
  return withTemporaryFolder(async (folder) => {
    const memory = await grow(folder)
    const [few, ...more] = await Promise.all(orderCounts.map((count) => openCopy(folder, count)))
    const rows = [memory]
    for (const [index, shop] of more.entries()) {
      const count = orderCounts[index + 1]?.toLocaleString('en')
      const limitName = `after ${orderCounts[0].toLocaleString('en')} orders`
      const name = `checkout, two lines, SQLite, after ${count} orders`
      rows.push(await compare({ name, limitName, target: flat }, await sideOf(shop), await sideOf(few)))
    }
    await Promise.all([few, ...more].map((shop) => shop?.stop()))
    return rows
  })
}

/** Places orders in one shop, and copies its database at each of the counts. */
async function grow(folder: string): Promise<Row> {
  const shop = await runServer('shop.ts', [`file:${folder}/growing.db`])
  const load = checkoutLoad(await productIdsOf(shop.url), 2)
  const memory: number[] = []
  let placed = 0
  for (const count of orderCounts) {
    process.stderr.write(`placing ${count} orders `)
    await pressTimes(shop.url, load, count - placed)
    placed = count
    memory.push((await shop.memoryBytes()) / 2 ** 20)
    // Nothing is written at this moment, so that the file and its log fit each other.
    for (const end of ['', '-wal']) copyIfThere(`${folder}/growing.db${end}`, `${folder}/${count}.db${end}`)
  }
  process.stderr.write('\n')
  await shop.stop()
  const [, few = 0, many = 0] = memory
  return {
    name: 'memory of the process after 1,000,000 orders',
    limitName: 'after 100,000 orders',
    ours: many,
    limit: few,
    unit: ' MiB',
    ratio: few / many,
    target: flat,
    note: `after 1,000 orders ${Math.round(memory[0] ?? 0)} MiB`,
  }
}

function copyIfThere(from: string, to: string): void {
  if (existsSync(from)) copyFileSync(from, to)
}

function openCopy(folder: string, orders: number): Promise<RunningServer> {
  return runServer('shop.ts', [`file:${folder}/${orders}.db`])
}

async function sideOf(
  shop: RunningServer | undefined,
): Promise<{ url: string; load: ReturnType<typeof checkoutLoad> }> {
  if (!shop) throw new Error('no shop to measure')
  return { url: shop.url, load: checkoutLoad(await productIdsOf(shop.url), 2) }
}
