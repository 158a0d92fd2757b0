import { randomInt } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { CheckoutItem } from '@onhand/contract/checkout'
import { expect, test } from 'vitest'
import { addTestProducts } from '../testing/add-test-product.ts'
import { atOnce } from '../testing/at-once.ts'
import { createBuyingClient, type LoggedCheckout } from '../testing/buying-client.ts'
import { checkGuarantees } from '../testing/guarantees/check-guarantees.ts'
import { startMortalShop } from '../testing/start-mortal-shop.ts'
import { openTestShops, processes } from '../testing/start-test-shop.ts'
import { freshDatabaseUrl } from '../testing/test-database.ts'
import { watchStock } from '../testing/watch-stock.ts'

const kills = Number(process.env.CRASH_KILLS ?? '10')
/** A single process is away while it starts anew, so two shops die in turns. */
const shops = processes > 1 ? 1 : 2
const shoppers = 16
const thoughtMaxMs = 20

/** Many, so that processes seldom wait for each other and each is hit in the middle of something; some run out. */
const products = Array.from({ length: 100 }, (_, n) => ({
  name: `Thing ${n}`,
  stock: n % 10 === 0 ? 5 : 1_000_000,
}))

test(
  `after kill -9 at ${kills} random moments every order that was answered is there, and nothing is partial`,
  async () => {
    await Promise.all(Array.from({ length: shops }, () => tradeAndCrash(kills / shops)))
  },
  120_000 + kills * 3_000,
)

async function tradeAndCrash(killsHere: number): Promise<void> {
  const databaseUrl = await freshDatabaseUrl()
  const [before] = await openTestShops(databaseUrl, 1)
  const productIds = await addTestProducts(before, products)
  await before.close()

  const shop = await startMortalShop(databaseUrl, processes)
  const client = createBuyingClient(shoppers)
  const watch = watchStock(() => shop.nextUrl() ?? '')
  let orders = 0
  let closing = false
  const shopping = Array.from({ length: shoppers }, async (_, shopper) => {
    for (let order = 0; !closing; order += 1) {
      const cart = randomCart(productIds)
      const buy = () => client.buy(shop.nextUrl() ?? '', cart, `${shopper}-${order}`)
      while (!isSettled(await buy())) await sleep(randomInt(thoughtMaxMs))
      orders += 1
      await sleep(randomInt(thoughtMaxMs))
    }
  })
  await Promise.race([shop.killOften(killsHere, () => orders), Promise.all(shopping)])
  closing = true
  await Promise.all(shopping)

  const cutOff = client.log.filter(({ failure }) => failure === 'ECONNRESET')
  expect(cutOff.length, 'kills met requests under way').toBeGreaterThan(killsHere / 2)
  await atOnce(shoppers, client.log.filter(isSettled), async ({ key, items }) => {
    const again = await client.buy(shop.nextUrl() ?? '', items, key)
    expect(again.answer?.replayed).toBe(true)
  })
  const [after] = await openTestShops(databaseUrl, 1)
  await checkGuarantees(after.database.db, { log: client.log, watches: [watch] })
}

function randomCart(productIds: readonly string[]): CheckoutItem[] {
  const first = randomInt(productIds.length)
  const second = (first + randomInt(1, productIds.length)) % productIds.length
  return [first, second].map((index) => ({ productId: productIds[index] ?? '', quantity: 1 }))
}

function isSettled({ answer }: LoggedCheckout): boolean {
  return answer !== undefined && answer.status !== 503
}
