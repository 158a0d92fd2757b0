import { expect } from 'vitest'
import { addTestProducts, type TestProduct } from './add-test-product.ts'
import { type BuyingClient, createBuyingClient } from './buying-client.ts'
import { checkGuarantees } from './guarantees/check-guarantees.ts'
import { startShopProcess } from './start-shop-process.ts'
import { openTestShops, processes, type TestShop } from './start-test-shop.ts'
import { freshDatabaseUrl } from './test-database.ts'
import { type StockWatch, watchStock } from './watch-stock.ts'

/** What somebody needs in order to buy: where, what and how. */
interface Trade {
  /** Where to send the next request: to each of the processes in turn. */
  nextUrl(): string
  readonly productIds: readonly string[]
  readonly client: BuyingClient
}

/** How many requests are under way at once. */
const socketsMax = 400

/**
 * Lets `buy` trade with a shop that runs in as many processes as the run is about, with a page open at each of them, and
 * checks every guarantee when all is quiet again.
 *
 * @returns a shop on the same database after them
 */
export async function tradeInProcesses(
  products: readonly TestProduct[],
  buy: (trade: Trade) => Promise<void>,
): Promise<TestShop> {
  const databaseUrl = await freshDatabaseUrl()
  const [before] = await openTestShops(databaseUrl, 1)
  const productIds = await addTestProducts(before, products)
  await before.close()
  const urls = await startProcesses(databaseUrl)
  const client = createBuyingClient(socketsMax)
  const watches = urls.map((url) => watchStock(() => url))
  await Promise.all(watches.map(({ opened }) => opened))
  let turn = 0
  await buy({ nextUrl: () => urls[turn++ % urls.length] ?? '', productIds, client })
  const [after] = await openTestShops(databaseUrl, 1)
  for (const { told } of watches) expect(sawMoving(told), 'the page saw stock move').toBe(true)
  await checkGuarantees(after.database.db, { log: client.log, watches })
  return after
}

/** Whether some product was told at two versions or more: before the rush and after, which may be over within one tick. */
function sawMoving(told: StockWatch['told']): boolean {
  const versions = Map.groupBy(told, ({ productId }) => productId)
  return [...versions.values()].some((levels) => new Set(levels.map(({ version }) => version)).size > 1)
}

async function startProcesses(databaseUrl: string): Promise<string[]> {
  const starting = Array.from({ length: processes }, () => startShopProcess(databaseUrl))
  return (await Promise.all(starting)).map(({ url }) => url)
}
