import { randomInt } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { type ShopProcess, startShopProcess } from './start-shop-process.ts'

const momentMaxMs = 60
const lookEveryMs = 2
const ordersBetweenKills = 16

/** Processes of one shop that are killed one after another, and each replaced by a new one. */
export interface MortalShop {
  /** One of those that run now; undefined when none does. */
  nextUrl(): string | undefined
  /**
   * Kills with -9 at random moments, each time only when there is trade again.
   *
   * @param orders how many orders were decided so far
   */
  killOften(kills: number, orders: () => number): Promise<void>
}

export async function startMortalShop(databaseUrl: string, processes: number): Promise<MortalShop> {
  const places = Array.from({ length: processes }, (_, place) => place)
  const running = new Map<number, ShopProcess>()
  const start = async (place: number): Promise<void> => {
    running.set(place, await startShopProcess(databaseUrl))
  }
  await Promise.all(places.map(start))
  let turn = 0

  /** While one is replaced the others are killed too, but for the last. */
  const leastRunning = Math.min(2, processes)

  return {
    nextUrl() {
      const urls = [...running.values()].map(({ url }) => url)
      return urls[turn++ % urls.length]
    },
    async killOften(kills, orders) {
      const replacing: Promise<void>[] = []
      for (let kill = 0; kill < kills; kill += 1) {
        const enough = orders() + ordersBetweenKills
        while (running.size < leastRunning || orders() < enough) await sleep(lookEveryMs)
        await sleep(randomInt(momentMaxMs))
        const [place, victim] = [...running][randomInt(running.size)] ?? []
        if (place === undefined) throw new Error('nobody is left to be killed')
        running.delete(place)
        await victim?.kill()
        replacing.push(start(place))
      }
      await Promise.all(replacing)
    },
  }
}
