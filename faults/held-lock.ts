import { setTimeout as sleep } from 'node:timers/promises'
import { openSqliteFile } from '../server/src/database/sqlite-file.ts'
import { freshFileUrl } from '../server/src/testing/test-database.ts'
import { whenOver } from '../server/src/testing/when-over.ts'
import { fileOf } from './databases.ts'
import type { Fault } from './fault.ts'
import { startRunningShop } from './running-shop.ts'
import { strikeOften, tradeThrough } from './trade-through.ts'

/** Longer than the shop waits before it says that it cannot sell now. */
const heldMaxMs = 3_500
const lockTimeoutMs = 5_000

/** Another process holds the only lock for writing, shortly or longer than anybody waits. */
export const heldLock: Fault = {
  name: 'held-lock',
  what: 'another process holds the lock for writing',
  on: 'SQLite',
  strikes: 6,
  async stage(plan) {
    const databaseUrl = freshFileUrl()
    return tradeThrough(plan, {
      databaseUrl,
      open: () => startRunningShop(databaseUrl),
      strike(_shop, orders) {
        const other = openSqliteFile(fileOf(databaseUrl), lockTimeoutMs)
        whenOver(() => other.close())
        return strikeOften(plan, orders, async () => {
          other.exec('begin immediate')
          await sleep(plan.random() * heldMaxMs)
          other.exec('rollback')
        })
      },
    })
  },
}
