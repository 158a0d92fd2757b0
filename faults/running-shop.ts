import { startShopProcess } from '../server/src/testing/start-shop-process.ts'
import type { Open } from './trade-through.ts'

/** Processes of a shop that live on through whatever happens to what they need. */
export interface RunningShop extends Open {
  /** The id of the first process. */
  readonly pid: number
}

export async function startRunningShop(databaseUrl: string, processes = 1): Promise<RunningShop> {
  const all = await Promise.all(Array.from({ length: processes }, () => startShopProcess(databaseUrl)))
  const urls = all.map(({ url }) => url)
  let turn = 0
  return {
    pid: all[0]?.pid ?? 0,
    urls: () => urls,
    nextUrl: () => urls[turn++ % urls.length],
  }
}
