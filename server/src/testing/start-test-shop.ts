import { pino } from 'pino'
import { readConfig } from '../config.ts'
import { openShop, type Shop } from '../shop.ts'
import { addTestProducts, type TestProduct } from './add-test-product.ts'
import { startRoundRobin } from './start-round-robin.ts'
import { freshDatabaseUrl } from './test-database.ts'
import { whenOver } from './when-over.ts'

/** As many processes' worth of shops share each database in this run. */
export const processes = Number(process.env.TEST_PROCESSES ?? '1')
/** The same for all test shops, as for all processes of one shop. */
export const testSecret = 'a secret of the tests, which nobody needs to guess'

export interface TestShop extends Shop {
  readonly url: string
  readonly databaseUrl: string
}

/** A real shop over HTTP on a database of its own, empty but for `products`, gone when the test is over. */
export async function startTestShop(products: readonly TestProduct[] = []): Promise<TestShop> {
  const shop = await openTestShop(await freshDatabaseUrl())
  if (products.length > 0) await addTestProducts(shop, products)
  return shop
}

/**
 * A shop on a database that may be there already, as after a restart. Where the run is about several processes, it is several
 * shops behind one address, of which the first is to be reached from inside.
 */
export async function openTestShop(databaseUrl: string, env: Record<string, string> = {}): Promise<TestShop> {
  const [first, ...others] = await openTestShops(databaseUrl, processes, env)
  if (others.length === 0) return first
  const shops = [first, ...others]
  const roundRobin = await startRoundRobin(shops.map(({ port }) => port))
  const close = async (): Promise<void> => {
    for (const shop of shops) await shop.close()
    await roundRobin.close()
  }
  whenOver(close)
  return { ...first, close, url: roundRobin.url }
}

/** Several processes' worth of shops on one database, opened at once. */
export async function openTestShops(
  databaseUrl: string,
  count: number,
  env: Record<string, string> = {},
): Promise<[TestShop, ...TestShop[]]> {
  const [first, ...others] = await Promise.all(
    Array.from({ length: count }, () => openOneTestShop(databaseUrl, env)),
  )
  if (!first) throw new Error('no shop was asked for')
  return [first, ...others]
}

async function openOneTestShop(databaseUrl: string, env: Record<string, string>): Promise<TestShop> {
  const config = readConfig({
    NODE_ENV: 'test',
    PORT: '0',
    HOST: '127.0.0.1',
    DATABASE_URL: databaseUrl,
    STOREFRONT: 'off',
    SAMPLE_DATA: 'off',
    AUTH_SECRET: testSecret,
    ...env,
  })
  const shop = await openShop(config, pino({ level: 'silent' }))
  let closing: Promise<void> | undefined
  const close = (): Promise<void> => {
    closing ??= shop.close()
    return closing
  }
  whenOver(close)
  return { ...shop, close, url: `http://127.0.0.1:${shop.port}`, databaseUrl }
}
