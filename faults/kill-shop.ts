import { startMortalShop } from '../server/src/testing/start-mortal-shop.ts'
import { freshDurableUrl } from './databases.ts'
import { type Fault, type Ground, processesOf } from './fault.ts'
import { tradeThrough } from './trade-through.ts'

/** kill -9 of the shop's processes at random moments. */
export function killShop(on: Ground): Fault {
  return {
    name: 'kill-shop',
    what: 'kill -9 of a process of the shop',
    on,
    strikes: 30,
    async stage(plan) {
      const databaseUrl = await freshDurableUrl(on)
      return tradeThrough(plan, {
        databaseUrl,
        open: () => startMortalShop(databaseUrl, processesOf(on), plan),
        async strike(shop, orders) {
          await shop.killOften(plan.strikes, orders)
          return plan.strikes
        },
      })
    },
  }
}
