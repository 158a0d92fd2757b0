import { setTimeout as sleep } from 'node:timers/promises'
import { type ShopProcess, startShopProcess } from './start-shop-process.ts'
import { untilTraded } from './trade-meanwhile.ts'

const momentMaxMs = 60
const lookEveryMs = 2

/** Processes of one shop that die one after another, and each is replaced by a new one. */
export interface MortalShop {
  /** One of those that run now; undefined when none does. */
  nextUrl(): string | undefined
  urls(): string[]
  /**
   * Kills with -9 at random moments, each time only when there is trade again.
   *
   * @param orders how many orders were decided so far
   */
  killOften(kills: number, orders: () => number): Promise<void>
}

interface Fate {
  /** A number from 0 up to 1, any as likely as the others. */
  readonly random?: () => number
  /** Ends the process, some time soon. */
  readonly kill?: (victim: ShopProcess) => Promise<void>
}

export async function startMortalShop(
  databaseUrl: string,
  processes: number,
  { random = Math.random, kill = killAtOnce }: Fate = {},
): Promise<MortalShop> {
  const places = Array.from({ length: processes }, (_, place) => place)
  const running = new Map<number, ShopProcess>()
  const start = async (place: number): Promise<void> => {
    running.set(place, await startShopProcess(databaseUrl))
  }
  await Promise.all(places.map(start))
  let turn = 0
  const urls = (): string[] => [...running.values()].map(({ url }) => url)

  /** While one is replaced the others are killed too, but for the last. */
  const leastRunning = Math.min(2, processes)

  return {
    urls,
    nextUrl() {
      const now = urls()
      return now[turn++ % now.length]
    },
    async killOften(kills, orders) {
      const replacing: Promise<void>[] = []
      for (let strike = 0; strike < kills; strike += 1) {
        await untilTraded(orders)
        while (running.size < leastRunning) await sleep(lookEveryMs)
        await sleep(random() * momentMaxMs)
        const [place, victim] = [...running][Math.floor(random() * running.size)] ?? []
        if (place === undefined || !victim) throw new Error('nobody is left to be killed')
        await kill(victim)
        running.delete(place)
        replacing.push(start(place))
      }
      await Promise.all(replacing)
    },
  }
}

function killAtOnce(victim: ShopProcess): Promise<void> {
  return victim.kill()
}
