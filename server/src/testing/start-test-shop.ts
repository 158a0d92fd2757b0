import { pino } from 'pino'
import { onTestFinished } from 'vitest'
import { readConfig } from '../config.ts'
import { openShop, type Shop } from '../shop.ts'
import { addTestProduct, type TestProduct } from './add-test-product.ts'
import { freshDatabaseUrl } from './test-database.ts'

/** The same for all test shops, as for all processes of one shop. */
export const testSecret = 'a secret of the tests, which nobody needs to guess'

export interface TestShop extends Shop {
  readonly url: string
  readonly databaseUrl: string
}

/** A real shop over HTTP on a database of its own, empty but for `products`, gone when the test is over. */
export async function startTestShop(products: readonly TestProduct[] = []): Promise<TestShop> {
  const shop = await openTestShop(await freshDatabaseUrl())
  for (const product of products) await addTestProduct(shop, product)
  return shop
}

/** A shop on a database that may be there already: after a restart, or beside another process. */
export async function openTestShop(databaseUrl: string, env: Record<string, string> = {}): Promise<TestShop> {
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
  onTestFinished(close)
  return { ...shop, close, url: `http://127.0.0.1:${shop.port}`, databaseUrl }
}
