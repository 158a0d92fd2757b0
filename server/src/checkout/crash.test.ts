import { expect, test } from 'vitest'
import { addTestProducts } from '../testing/add-test-product.ts'
import { checkGuarantees } from '../testing/guarantees/check-guarantees.ts'
import { startMortalShop } from '../testing/start-mortal-shop.ts'
import { openTestShops, processes } from '../testing/start-test-shop.ts'
import { freshDatabaseUrl } from '../testing/test-database.ts'
import { findUnreplayed, productsToTrade, tradeMeanwhile } from '../testing/trade-meanwhile.ts'

const kills = Number(process.env.CRASH_KILLS ?? '10')
/** A single process is away while it starts anew, so two shops die in turns. */
const shops = processes > 1 ? 1 : 2

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
  const productIds = await addTestProducts(before, productsToTrade)
  await before.close()

  const shop = await startMortalShop(databaseUrl, processes)
  const market = { nextUrl: shop.nextUrl, productIds, random: Math.random }
  const seen = await tradeMeanwhile(market, (orders) => shop.killOften(killsHere, orders))

  const cutOff = seen.log.filter(({ failure }) => failure === 'ECONNRESET')
  expect(cutOff.length, 'kills met requests under way').toBeGreaterThan(killsHere / 2)
  const again = await findUnreplayed(market, seen)
  expect(again.unreplayed).toEqual([])
  const [after] = await openTestShops(databaseUrl, 1)
  await checkGuarantees(after.database.db, { log: [...seen.log, ...again.log], watches: seen.watches })
}
