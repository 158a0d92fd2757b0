import { setTimeout as sleep } from 'node:timers/promises'
import type { CheckoutItem } from '@onhand/contract/checkout'
import type { TestProduct } from './add-test-product.ts'
import { atOnce } from './at-once.ts'
import { createBuyingClient, type LoggedCheckout } from './buying-client.ts'
import type { Seen } from './guarantees/find-everything-broken.ts'
import { watchStock } from './watch-stock.ts'

const shoppers = 16
const thoughtMaxMs = 20
/** When nobody was answered for so long, nothing heals it any more. */
const standstillMaxMs = 45_000
const lookEveryMs = 2
/** Orders decided that show that there is trade. */
const ordersOfTrade = 16

/** Many, so that processes seldom wait for each other and each is hit in the middle of something; some run out. */
export const productsToTrade: readonly TestProduct[] = Array.from({ length: 100 }, (_, n) => ({
  name: `Thing ${n}`,
  stock: n % 10 === 0 ? 5 : 1_000_000,
}))

interface Market {
  /** Where to send the next request; undefined while nobody is there to take it. */
  nextUrl(): string | undefined
  readonly productIds: readonly string[]
  /** A number from 0 up to 1, any as likely as the others. */
  random(): number
}

/**
 * Shoppers buy, with a page open, while something happens to their shop. Who gets no answer, or is told to come back, asks
 * again with the same key until he is answered.
 *
 * @param happening is told how many orders are decided by now; the trade ends with it
 * @throws Error when the shop sells no more
 */
export async function tradeMeanwhile(
  { nextUrl, productIds, random }: Market,
  happening: (orders: () => number) => Promise<void>,
): Promise<Required<Seen>> {
  const client = createBuyingClient(shoppers)
  const watch = watchStock(() => nextUrl() ?? '')
  const pause = () => sleep(random() * thoughtMaxMs)
  const ended = new AbortController()
  let orders = 0
  let closing = false
  const shopping = Array.from({ length: shoppers }, async (_, shopper) => {
    for (let order = 0; !closing; order += 1) {
      const cart = randomCart(productIds, random)
      const key = `${shopper}-${order}`
      while (!ended.signal.aborted) {
        const url = nextUrl()
        if (url !== undefined && isSettled(await client.buy(url, cart, key))) break
        await pause()
      }
      orders += 1
      await pause()
    }
  })
  const standstill = refuseStandstill(() => orders, ended.signal)
  try {
    await Promise.race([happening(() => orders), standstill])
    closing = true
    await Promise.race([Promise.all(shopping), standstill])
  } finally {
    closing = true
    ended.abort()
  }
  return { log: client.log, watches: [watch] }
}

/** Waits until there is trade again. */
export async function untilTraded(orders: () => number): Promise<void> {
  const enough = orders() + ordersOfTrade
  while (orders() < enough) await sleep(lookEveryMs)
}

/** @throws Error when nothing is decided any more */
async function refuseStandstill(orders: () => number, ended: AbortSignal): Promise<void> {
  let before = -1
  while (orders() > before) {
    before = orders()
    if (ended.aborted) return
    await sleep(standstillMaxMs, undefined, { ref: false, signal: ended }).catch(() => {})
  }
  if (!ended.aborted) throw new Error(`G10: nothing was decided for ${standstillMaxMs / 1_000} s`)
}

/** Asks for every decided order once more, and returns the keys that were not answered as replays. */
export async function findUnreplayed(
  { nextUrl }: Pick<Market, 'nextUrl'>,
  { log }: Seen,
): Promise<{ unreplayed: string[]; log: readonly LoggedCheckout[] }> {
  const client = createBuyingClient(shoppers)
  const unreplayed: string[] = []
  await atOnce(shoppers, log.filter(isSettled), async ({ key, items }) => {
    const { answer } = await client.buy(nextUrl() ?? '', items, key)
    if (!answer?.replayed) unreplayed.push(key ?? '')
  })
  return { unreplayed, log: client.log }
}

function isSettled({ answer }: LoggedCheckout): boolean {
  return answer !== undefined && answer.status !== 503
}

function randomCart(productIds: readonly string[], random: () => number): CheckoutItem[] {
  const first = Math.floor(random() * productIds.length)
  const second = (first + 1 + Math.floor(random() * (productIds.length - 1))) % productIds.length
  return [first, second].map((index) => ({ productId: productIds[index] ?? '', quantity: 1 }))
}
