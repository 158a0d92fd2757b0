import { setTimeout as sleep } from 'node:timers/promises'
import { type DatabaseProxy, startProxy } from '../server/src/testing/start-proxy.ts'
import { type Fault, type Ground, type Plan, processesOf } from './fault.ts'
import { startPostgres } from './postgres.ts'
import { startRunningShop } from './running-shop.ts'
import { strikeOften, tradeThrough } from './trade-through.ts'

const cutMaxMs = 1_500
const delayMaxMs = 150
const slowMaxMs = 1_000

/** All connections end, and for a while there is no way to the database. */
export function cutNetwork(on: Ground): Fault {
  return overProxy('cut-network', 'no way to PostgreSQL for a while', on, 8, async (proxy, { random }) => {
    proxy.cut()
    await sleep(random() * cutMaxMs)
    proxy.heal()
  })
}

/** Every word to the database and from it takes its time. */
export function slowNetwork(on: Ground): Fault {
  return overProxy(
    'slow-network',
    'a slow way to PostgreSQL for a while',
    on,
    5,
    async (proxy, { random }) => {
      proxy.delay(random() * delayMaxMs)
      await sleep(random() * slowMaxMs)
      proxy.delay(0)
    },
  )
}

/** The connections stay open and carry nothing any more. */
export function silentNetwork(on: Ground): Fault {
  return overProxy('silent-network', 'connections that carry nothing any more', on, 1, async (proxy) => {
    proxy.swallow()
  })
}

/** Commits take place, and the shop does not hear of it; once, or several times in a row. */
export function lostCommits(on: Ground): Fault {
  return overProxy('lost-commits', 'answers to 1 to 4 commits lost in a row', on, 40, async (proxy, plan) => {
    proxy.cutNextCommits(1 + Math.floor(plan.random() * 4))
  })
}

function overProxy(
  name: string,
  what: string,
  on: Ground,
  strikes: number,
  strike: (proxy: DatabaseProxy, plan: Plan) => Promise<void>,
): Fault {
  return {
    name,
    what,
    on,
    strikes,
    async stage(plan) {
      const server = await startPostgres()
      const proxy = await startProxy(new URL(server.url))
      return tradeThrough(plan, {
        databaseUrl: server.url,
        open: () => startRunningShop(proxy.url, processesOf(on)),
        strike: (_shop, orders) => strikeOften(plan, orders, () => strike(proxy, plan)),
      })
    },
  }
}
