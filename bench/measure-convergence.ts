import { type StockLevel, stockSnapshot } from '@onhand/contract/stock-events'
import type { Row } from './row.ts'
import { type RunningServer, runServer } from './run-server.ts'
import { checkoutLoad, productIdsOf } from './shop-side.ts'
import { withTemporaryFolder } from './temporary-folder.ts'

const pages = 10_000
/** A process may have 20,000 files open, and parses what its pages are told. */
const processes = 2
const buyers = 6
const buyEveryMs = 10
const restockEveryMs = 50
const tradeMs = 5_000
/** All pages are to be back so soon after the shop is. */
const backMaxMs = 15_000
const giveUpMs = 60_000
const lookEveryMs = 100
/** No half second is to see more of them come back than this share. */
const rushMs = 500

/**
 * Ten thousand pages, a fifth of them on networks that come and go and a twentieth that read nothing, while people buy and
 * goods come in; the shop is killed under them, and starts again. Then all networks are good, and nobody buys any more.
 */
export function convergenceRows(): Promise<Row[]> {
  return withTemporaryFolder(async (folder) => {
    process.stderr.write(`${pages} pages, and the shop is killed `)
    const database = `file:${folder}/convergence.db`
    const before = await runServer('shop.ts', [database])
    const crowds = await Promise.all(Array.from({ length: processes }, () => runServer('crowd.ts')))
    const askAll = <Answer>(command: unknown): Promise<Answer[]> =>
      Promise.all(crowds.map((crowd) => crowd.ask<Answer>(command)))
    await askAll({ open: pages / processes, at: before.url })
    process.stderr.write('.')
    await trade(before, () => pause(tradeMs))

    await before.kill()
    const after = await runServer('shop.ts', [database])
    const openAt = now()
    const { orders } = await trade(after, async () => {
      await askAll({ at: after.url })
      await untilNone(() => askAll<number>({ away: true }))
    })
    const backMs = now() - openAt
    const returns = (await askAll<number[]>({ returns: true })).flat()
    process.stderr.write('.')

    await askAll({ calm: true })
    const quietAt = now()
    // Read each time: the last goods may still be on their way into the books.
    const behind = await untilNone(async () => askAll<number>({ behind: await stockOf(after.url) }))
    const convergedMs = now() - quietAt
    const wentBack = sum(await askAll<number>({ wentBack: true }))
    process.stderr.write('.\n')
    await Promise.all([after.stop(), ...crowds.map((crowd) => crowd.stop())])
    return [
      convergedRow(pages - behind, convergedMs, wentBack),
      backRow(backMs, rushShareOf(returns), orders),
    ]
  })
}

function convergedRow(converged: number, ms: number, wentBack: number): Row {
  return {
    name: 'pages that show exactly what the database holds, after a shop was killed and others went on',
    limitName: 'all pages',
    ours: converged,
    limit: pages,
    unit: '',
    ratio: wentBack === 0 ? converged / pages : 0,
    target: 1,
    note: `${(ms / 1_000).toFixed(1)} s after the last change; versions that went back: ${wentBack}`,
  }
}

function backRow(ms: number, rushShare: number, orders: number): Row {
  return {
    name: `until ${pages.toLocaleString('en')} pages are back after a restart`,
    limitName: 'what is promised',
    ours: ms / 1_000,
    limit: backMaxMs / 1_000,
    unit: ' s',
    ratio: backMaxMs / ms,
    target: 1,
    note: `at most ${(rushShare * 100).toFixed(0)} % of them in one half second; ${orders} orders meanwhile`,
  }
}

/** People buy and goods come in for as long as `meanwhile` takes. */
async function trade(shop: RunningServer, meanwhile: () => Promise<unknown>): Promise<{ orders: number }> {
  const { path, body } = checkoutLoad(await productIdsOf(shop.url), 1)
  let open = true
  let orders = 0
  const buying = Array.from({ length: buyers }, async () => {
    while (open) {
      const headers = { 'Content-Type': 'application/json' }
      const { ok } = await fetch(shop.url + path, { method: 'POST', headers, body: body?.() ?? '' })
      if (ok) orders += 1
      await pause(buyEveryMs)
    }
  })
  await shop.ask({ everyMs: restockEveryMs })
  await meanwhile()
  open = false
  await Promise.all(buying)
  await shop.ask({ everyMs: 0 })
  return { orders }
}

async function stockOf(url: string): Promise<StockLevel[]> {
  const ids = await productIdsOf(url)
  const reply = await fetch(`${url}/api/stock?products=${ids.join()}`)
  return stockSnapshot.parse(await reply.json()).stock
}

/** Asks until all say none, and for no longer than is sensible. Returns how many there are still. */
async function untilNone(count: () => Promise<number[]>): Promise<number> {
  const giveUpAt = now() + giveUpMs
  for (;;) {
    const left = sum(await count())
    if (left === 0 || now() > giveUpAt) return left
    await pause(lookEveryMs)
  }
}

/** The largest share that came back within half a second. */
function rushShareOf(times: readonly number[]): number {
  const sorted = times.toSorted((a, b) => a - b)
  let first = 0
  let most = 0
  for (const [index, at] of sorted.entries()) {
    while ((sorted[first] ?? at) < at - rushMs) first += 1
    most = Math.max(most, index - first + 1)
  }
  return most / pages
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

function now(): number {
  return performance.timeOrigin + performance.now()
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
