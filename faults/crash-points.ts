import { startMortalShop } from '../server/src/testing/start-mortal-shop.ts'
import { freshFileUrl } from '../server/src/testing/test-database.ts'
import type { Fault } from './fault.ts'
import { attachStrace, syncCalls } from './strace.ts'
import { tradeThrough } from './trade-through.ts'

/** The last of each that can be hit: far enough for the writes with which the log is copied into the file. */
const callsToHit = [
  { call: 'pwrite64', last: 6_000 },
  { call: syncCalls, last: 150 },
]

/** The process dies as it enters its n-th write or sync, for n from the first to one that takes a while, each of another order. */
export const crashPoints: Fault = {
  name: 'crash-points',
  what: 'kill -9 at the n-th write or sync',
  on: 'SQLite',
  strikes: 16,
  async stage(plan) {
    const databaseUrl = freshFileUrl()
    let round = 0
    return tradeThrough(plan, {
      databaseUrl,
      open: () =>
        startMortalShop(databaseUrl, 1, {
          random: plan.random,
          async kill({ pid, exited }) {
            const { call = '', last = 1 } = callsToHit[round % callsToHit.length] ?? {}
            const when = Math.ceil(last ** ((round + plan.random()) / plan.strikes))
            round += 1
            const inject = `inject=${call}:signal=SIGKILL:when=${when}`
            await attachStrace(pid, ['-e', `trace=${call}`, '-e', inject, '-o', '/dev/null'])
            await exited
          },
        }),
      async strike(shop, orders) {
        await shop.killOften(plan.strikes, orders)
        return round
      },
    })
  },
}
