import { setTimeout as sleep } from 'node:timers/promises'
import { freshFileUrl } from '../server/src/testing/test-database.ts'
import type { Fault } from './fault.ts'
import { startRunningShop } from './running-shop.ts'
import { attachStrace, syncCalls } from './strace.ts'
import { strikeOften, tradeThrough } from './trade-through.ts'

const faults = [
  { call: 'pwrite64', error: 'ENOSPC' },
  { call: syncCalls, error: 'EIO' },
  { call: 'pwrite64', error: 'EIO' },
]
const lastsMaxMs = 600
/** Some calls of a batch fail and others do not, so that it breaks in its middle. */
const stepMax = 20

/** For a moment the disk is full or broken, at every call or at every n-th. */
export const failingDisk: Fault = {
  name: 'failing-disk',
  what: 'ENOSPC and EIO from the disk for a moment',
  on: 'SQLite',
  strikes: 18,
  async stage(plan) {
    const databaseUrl = freshFileUrl()
    return tradeThrough(plan, {
      databaseUrl,
      open: () => startRunningShop(databaseUrl),
      strike: ({ pid }, orders) =>
        strikeOften(plan, orders, async (round) => {
          const { call, error } = faults[round % faults.length] ?? {}
          const step = round % 2 === 0 ? 1 : 1 + Math.floor(plan.random() * stepMax)
          const inject = `inject=${call}:error=${error}:when=${step}+${step}`
          const strace = await attachStrace(pid, ['-e', `trace=${call}`, '-e', inject, '-o', '/dev/null'])
          await sleep(plan.random() * lastsMaxMs)
          await strace.detach()
        }),
    })
  },
}
