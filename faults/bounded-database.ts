import { fork } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { shopEnvironment } from '../server/src/testing/start-shop-process.ts'
import { freshFileUrl } from '../server/src/testing/test-database.ts'
import { whenOver } from '../server/src/testing/when-over.ts'
import type { Fault } from './fault.ts'
import { type Open, strikeOften, tradeThrough } from './trade-through.ts'

const program = fileURLToPath(new URL('../server/src/testing/bounded-shop-process.ts', import.meta.url))
const lastsMaxMs = 1_000
/** No fewer than there are. */
const noMorePages = 1
const plentyOfPages = 1_000_000

/** The database is full: it may grow no further, and then it may again. */
export const boundedDatabase: Fault = {
  name: 'full-database',
  what: 'the database may not grow',
  on: 'SQLite',
  strikes: 10,
  async stage(plan) {
    const databaseUrl = freshFileUrl()
    return tradeThrough(plan, {
      databaseUrl,
      open: () => startBoundedShop(databaseUrl),
      strike: ({ bound }, orders) =>
        strikeOften(plan, orders, async () => {
          await bound(noMorePages)
          await sleep(plan.random() * lastsMaxMs)
          await bound(plentyOfPages)
        }),
    })
  },
}

interface BoundedShop extends Open {
  bound(pagesMax: number): Promise<void>
}

async function startBoundedShop(databaseUrl: string): Promise<BoundedShop> {
  const shop = fork(program, { execArgv: [], env: shopEnvironment(databaseUrl) })
  const exited = once(shop, 'exit')
  whenOver(async () => {
    shop.disconnect()
    await exited
  })
  const [port] = await once(shop, 'message')
  const url = `http://127.0.0.1:${port}`
  return {
    urls: () => [url],
    nextUrl: () => url,
    async bound(pagesMax) {
      shop.send(pagesMax)
      await once(shop, 'message')
    },
  }
}
