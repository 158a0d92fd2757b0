import { setTimeout as sleep } from 'node:timers/promises'
import { addTestProducts } from '../server/src/testing/add-test-product.ts'
import { createBuyingClient, type LoggedCheckout } from '../server/src/testing/buying-client.ts'
import { findEverythingBroken } from '../server/src/testing/guarantees/find-everything-broken.ts'
import { openTestShops } from '../server/src/testing/start-test-shop.ts'
import {
  findUnreplayed,
  productsToTrade,
  tradeMeanwhile,
  untilTraded,
} from '../server/src/testing/trade-meanwhile.ts'
import type { Outcome, Plan } from './fault.ts'

/** Once a fault is healed, a shop sells within this time. */
const healMaxMs = 15_000
const askEveryMs = 100
/** A strike hits at a random moment of trade, not as soon as there is some. */
const momentMaxMs = 60

/** A shop whose processes may come and go. */
export interface Open {
  /** Where to send the next request; undefined while nobody is there to take it. */
  nextUrl(): string | undefined
  urls(): readonly string[]
}

interface Stage<Shop extends Open> {
  /** The way to the database that nothing is done to. */
  readonly databaseUrl: string
  open(): Promise<Shop>
  /** Strikes, heals what does not heal by itself, and returns how often it has struck. */
  strike(shop: Shop, orders: () => number): Promise<number>
}

/** Lets shoppers trade with a shop that is struck, and then holds it to everything that was promised. */
export async function tradeThrough<Shop extends Open>(
  { random }: Plan,
  { databaseUrl, open, strike }: Stage<Shop>,
): Promise<Outcome> {
  const productIds = await stockShelves(databaseUrl)
  const shop = await open()
  const market = { nextUrl: shop.nextUrl, productIds, random }
  let strikes = 0
  const seen = await tradeMeanwhile(market, async (orders) => {
    strikes = await strike(shop, orders)
    await untilTraded(orders)
  })
  const [common = ''] = productIds.slice(1)
  const after = await Promise.all(shop.urls().map((url) => buyAtLast(url, common)))
  const again = await findUnreplayed(market, seen)
  const log = [...seen.log, ...after.flatMap((one) => one.log), ...again.log]
  const [checker] = await openTestShops(databaseUrl, 1)
  const broken = [
    ...after.flatMap((one) => one.broken),
    ...again.unreplayed.map((key) => `G3: key ${key} was answered, and asked again it was not replayed`),
    ...findFaultsOfOurs(log),
    ...(await findEverythingBroken(checker.database.db, { log, watches: seen.watches })),
  ]
  return { ...countsOf(seen.log), strikes, checked: 'G1–G10', broken }
}

/** Makes the database, with something to sell. Returns what. */
export async function stockShelves(databaseUrl: string): Promise<string[]> {
  const [before] = await openTestShops(databaseUrl, 1)
  const productIds = await addTestProducts(before, productsToTrade)
  await before.close()
  return productIds
}

export function countsOf(
  log: readonly LoggedCheckout[],
): Pick<Outcome, 'requests' | 'orders' | 'unanswered'> {
  const statuses = log.map(({ answer }) => answer?.status)
  return {
    requests: log.length,
    orders: statuses.filter((status) => status === 201).length,
    unanswered: statuses.filter((status) => status === undefined || status === 503).length,
  }
}

/** Strikes so often, each time at a random moment when there is trade again. */
export async function strikeOften(
  { strikes, random }: Plan,
  orders: () => number,
  strike: (round: number) => Promise<void>,
): Promise<number> {
  for (let round = 0; round < strikes; round += 1) {
    await untilTraded(orders)
    await sleep(random() * momentMaxMs)
    await strike(round)
  }
  return strikes
}

/** G10: with the fault over, each process says that it can sell, and sells. */
async function buyAtLast(url: string, productId: string) {
  const client = createBuyingClient(1)
  const deadline = performance.now() + healMaxMs
  const key = `healed at ${url}`.replaceAll(' ', '-')
  for (;;) {
    const { answer, failure } = await client.buy(url, [{ productId, quantity: 1 }], key)
    const ready = await fetch(`${url}/api/health/ready`).then(
      ({ status }) => status,
      () => undefined,
    )
    if (answer?.status === 201 && ready === 200) return { log: client.log, broken: [] }
    if (performance.now() > deadline) {
      const said = `it answers ${answer?.status ?? failure}, and its health ${ready}`
      return { log: client.log, broken: [`G10: ${healMaxMs / 1_000} s after the fault was over ${said}`] }
    }
    await sleep(askEveryMs)
  }
}

/** A fault of the database is said to be one; a 500 would be a fault of our own. */
function findFaultsOfOurs(log: readonly LoggedCheckout[]): string[] {
  const expected = new Set([201, 409, 503])
  return log.flatMap(({ key, answer }) =>
    answer && !expected.has(answer.status) ? [`${key} was answered ${answer.status} ${answer.text}`] : [],
  )
}
